import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import {
  AccountChange,
  AccountExport,
  AccountView,
  AddressChange,
  ErasureInput,
  NewAddress,
  SavedAddress
} from "../../../../schemas/account.ts"
import {
  Invalid,
  KeyInFlight,
  KeyReused,
  NotFound,
  RateLimited,
  StillNeeded,
  Unauthorized
} from "../../../../schemas/errors.ts"
import { AddressId } from "../../../../schemas/ids.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

/** Whoever may buy in somebody's name may see to where it is sent. */
const toChange = ["profile", "orders.write"] as const

const written = [Unauthorized, Invalid, KeyInFlight, KeyReused, TooLarge, WrongType] as const

const Shown = Schema.Struct({ account: AccountView })
const One = Schema.Struct({ address: SavedAddress })
const All = Schema.Struct({ addresses: Schema.Array(SavedAddress) })

const read = HttpApiEndpoint.get("read", "/api/v1/account", {
  success: Shown,
  error: refusals(Unauthorized)
}).annotateMerge(about({ summary: "Read the account", description: "Who is signed in.", scopes: ["profile"] }))

export const change = HttpApiEndpoint.patch("change", "/api/v1/account", {
  headers: idempotent,
  payload: AccountChange,
  success: Shown,
  error: refusals(...written)
}).annotateMerge(
  about({
    summary: "Change the account",
    description: "Name and phone number. The e-mail address and the password are changed on our pages only.",
    scopes: toChange
  })
)

export const erase = HttpApiEndpoint.delete("erase", "/api/v1/account", {
  headers: idempotent,
  payload: ErasureInput,
  success: Schema.Struct({ erased: Schema.Literal(true) }),
  error: refusals(...written, StillNeeded)
}).annotateMerge(
  about({
    summary: "Delete the account",
    description:
      "For good. Name, e-mail address, phone number, addresses, password, sessions and carts go, and the person is taken out of its orders and reviews; an order that is still being made keeps its name and address until it is sent. What was bought and paid stays. `confirm` repeats the e-mail address, and `password` is typed by the owner: no app knows it, and none should keep it. An account without a password, which signs in elsewhere, needs none. Both stand in the body. Refused while a shop of the account has open orders.",
    scopes: toChange
  })
)

const take = HttpApiEndpoint.get("export", "/api/v1/account/export", {
  success: AccountExport,
  error: refusals(Unauthorized, RateLimited)
}).annotateMerge(
  about({
    summary: "Export the account",
    description: "Everything that is kept about it, as it is kept.",
    scopes: ["profile", "orders.read"]
  })
)

const addresses = HttpApiEndpoint.get("addresses", "/api/v1/account/addresses", {
  success: All,
  error: refusals(Unauthorized)
}).annotateMerge(
  about({
    summary: "List addresses",
    description: "The default one first: checkouts begin with it.",
    scopes: ["profile"]
  })
)

export const addAddress = HttpApiEndpoint.post("addAddress", "/api/v1/account/addresses", {
  headers: idempotent,
  payload: NewAddress,
  success: One,
  error: refusals(...written)
}).annotateMerge(
  about({
    summary: "Keep an address",
    description: "At most ten. The first is the default one.",
    scopes: toChange
  })
)

export const changeAddress = HttpApiEndpoint.patch("changeAddress", "/api/v1/account/addresses/:id", {
  params: { id: AddressId },
  headers: idempotent,
  payload: AddressChange,
  success: One,
  error: refusals(...written, NotFound)
}).annotateMerge(
  about({
    summary: "Change an address",
    description: "A whole new address, or which one is the default.",
    scopes: toChange
  })
)

export const removeAddress = HttpApiEndpoint.delete("removeAddress", "/api/v1/account/addresses/:id", {
  params: { id: AddressId },
  headers: idempotent,
  success: All,
  error: refusals(...written, NotFound)
}).annotateMerge(
  about({
    summary: "Forget an address",
    description: "Answers those that are left; when the default one goes, the newest takes its place.",
    scopes: toChange
  })
)

export class OwnAccount extends HttpApiGroup.make("account")
  .add(read, change, erase, take, addresses, addAddress, changeAddress, removeAddress)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "Who is signed in, and what is kept about them" })) {}
