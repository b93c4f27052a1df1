import { Effect, Schema } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { ErasureInput } from "../../../../schemas/account.ts"
import { questionsFor } from "../../../../schemas/asks.ts"
import { AddressBook } from "../../../services/AddressBook.ts"
import { OwnData } from "../../../services/OwnData.ts"
import { Profile } from "../../../services/Profile.ts"
import { Api } from "../../Api.ts"
import { body } from "../body.ts"
import { invalid } from "../invalid.ts"
import { Writing } from "../Writing.ts"
import { addAddress, change, changeAddress, erase, removeAddress } from "./contract.ts"

const decodeErasure = Schema.decodeUnknownEffect(ErasureInput, { errors: "all" })

export const layerOwnAccount = HttpApiBuilder.group(
  Api,
  "account",
  Effect.fnUntraced(function* (handlers) {
    const book = yield* AddressBook
    const data = yield* OwnData
    const profile = yield* Profile
    const { once, onceOf } = yield* Writing

    /** The password is looked at here, and goes no further: what tells one request from another is kept. */
    const meant = Effect.gen(function* () {
      const given = yield* body
      const { confirm, password } = yield* Effect.mapError(decodeErasure(given), (error) =>
        invalid(error, questionsFor(ErasureInput, given))
      )
      yield* data.vouch(password)
      return { body: { confirm }, input: confirm }
    })

    return handlers
      .handle("read", () => Effect.map(profile.read, (account) => ({ account })))
      .handleRaw(
        "change",
        once(
          change,
          (input) => Effect.map(profile.change(input), (account) => ({ account })),
          ({ account }) => account.id
        )
      )
      .handleRaw(
        "erase",
        onceOf(
          erase,
          meant,
          (confirm) => Effect.as(data.erase(confirm), { erased: true } as const),
          () => ""
        )
      )
      .handle("export", () => data.take)
      .handle("addresses", () => Effect.map(book.list, (addresses) => ({ addresses })))
      .handleRaw(
        "addAddress",
        once(
          addAddress,
          (input) => Effect.map(book.add(input), (address) => ({ address })),
          ({ address }) => address.id
        )
      )
      .handleRaw(
        "changeAddress",
        once(
          changeAddress,
          (input, { params }) => Effect.map(book.change(params.id, input), (address) => ({ address })),
          ({ address }) => address.id
        )
      )
      .handleRaw(
        "removeAddress",
        once(
          removeAddress,
          (_, { params }) => Effect.map(book.remove(params.id), (addresses) => ({ addresses })),
          () => ""
        )
      )
  })
)
