import { Effect, Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import { wire } from "../../../schemas/wire.ts"
import { intentOf } from "../../domain/intent.ts"
import { Catalog } from "../../services/Catalog.ts"
import { counted } from "../edge.ts"
import { body } from "../rest/body.ts"
import { invalid } from "../rest/invalid.ts"

const id = Schema.String.check(Schema.isMaxLength(64))
const text = (maximum: number) => Schema.String.check(Schema.isMaxLength(maximum))
const upTo = <S extends Schema.Top>(maximum: number, each: S) => Schema.Array(each).check(Schema.isMaxLength(maximum))

/** What a browser knows, as it tells it. */
const Context = wire({
  listings: Schema.optionalKey(upTo(100, wire({ id, title: text(300) }))),
  listingId: Schema.optionalKey(id),
  cartId: Schema.optionalKey(id),
  sessionId: Schema.optionalKey(id),
  orders: Schema.optionalKey(upTo(100, wire({ id, orderNumber: text(60) }))),
  orderId: Schema.optionalKey(id)
})

const decode = Schema.decodeUnknownEffect(wire({ text: text(500), context: Schema.optionalKey(Context) }), {
  errors: "all"
})

/** What is to be done about a sentence. Nothing is done here: the browser calls the tool, as any host would. */
export const say = Effect.gen(function* () {
  yield* counted
  const { context, text } = yield* Effect.mapError(decode((yield* body) ?? {}), invalid)
  const { categories, cities } = yield* Catalog
  const known = { ...context, categories: yield* categories, cities: yield* cities }
  return HttpServerResponse.jsonUnsafe(intentOf(text, known), { headers: { "cache-control": "no-store" } })
})
