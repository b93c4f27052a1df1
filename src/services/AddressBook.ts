import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { type AddressChange, mostAddresses, type NewAddress, type SavedAddress } from "../../schemas/account.ts"
import type { Address } from "../../schemas/address.ts"
import { Invalid, NotFound, type Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { AddressId } from "../../schemas/ids.ts"
import { readAddress } from "../domain/usAddress.ts"
import type { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Accounts } from "../store/Accounts.ts"
import { Addresses } from "../store/Addresses.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { ownAccountAlone, ownAccountId } from "./owned.ts"

type Refused = Unauthorized | Unavailable
type Kept = Effect.Effect<ReadonlyArray<SavedAddress>, Refused, Caller>

/** An address as it is kept: checked as at a checkout. */
const readable = Effect.fnUntraced(function* (address: Address) {
  const read = readAddress(address)
  if ("line1" in read) return read
  return yield* new Invalid({ issues: read.map(({ message, path }) => ({ path: `address.${path}`, message })) })
})

/** The addresses an account keeps; checkouts begin with the default one. */
export class AddressBook extends Context.Service<
  AddressBook,
  {
    /** The default one first. */
    readonly list: Kept
    readonly add: (input: NewAddress) => Effect.Effect<SavedAddress, Invalid | Refused, Caller>
    readonly change: (
      id: string,
      input: AddressChange
    ) => Effect.Effect<SavedAddress, NotFound | Invalid | Refused, Caller>
    /** Answers what is left. When the default one goes, the newest takes its place. */
    readonly remove: (id: string) => Effect.Effect<ReadonlyArray<SavedAddress>, NotFound | Refused, Caller>
  }
>()("craftlocal/services/AddressBook") {
  static readonly layer = Layer.effect(
    AddressBook,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const accounts = yield* Accounts
      const addresses = yield* Addresses
      const ids = yield* Ids

      const list = Effect.flatMap(ownAccountId, (accountId) => orUnavailable(addresses.list(accountId)))

      /** In one transaction, in which nobody else changes the addresses of this account. */
      const alone = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
        orUnavailable(sql.withTransaction(Effect.andThen(ownAccountAlone(accounts), effect)))

      const find = Effect.fnUntraced(function* (id: string) {
        const found = (yield* list).find((each) => each.id === id)
        return found ?? (yield* new NotFound({ what: "address" }))
      })

      const add = Effect.fn("AddressBook.add")(function* (input: NewAddress) {
        const accountId = yield* ownAccountId
        const address = yield* readable(input.address)
        const kept = yield* list
        if (kept.length >= mostAddresses) {
          return yield* Invalid.of("address", `an account keeps at most ${mostAddresses} addresses; delete one first`)
        }
        const id = AddressId.make(yield* ids.next("adr"))
        const saved = { id, address, isDefault: kept.length === 0 || input.isDefault === true }
        yield* addresses.insert(accountId, { ...saved, isDefault: false }, yield* now)
        if (saved.isDefault) yield* addresses.makeDefault(accountId, id)
        return saved
      })

      const change = Effect.fn("AddressBook.change")(function* (id: string, input: AddressChange) {
        yield* find(id)
        if (input.address !== undefined) yield* addresses.change(id, yield* readable(input.address))
        if (input.isDefault === true) yield* addresses.makeDefault(yield* ownAccountId, id)
        return yield* find(id)
      })

      const remove = Effect.fn("AddressBook.remove")(function* (id: string) {
        const { isDefault } = yield* find(id)
        yield* addresses.remove(id)
        const [next] = yield* list
        if (isDefault && next !== undefined) yield* addresses.makeDefault(yield* ownAccountId, next.id)
        return yield* list
      })

      return AddressBook.of({
        list,
        add: (input) => alone(add(input)),
        change: (id, input) => alone(change(id, input)),
        remove: (id) => alone(remove(id))
      })
    })
  )
}
