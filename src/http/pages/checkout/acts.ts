import { Effect, Schema } from "effect"
import { Invalid, type Refusal, TotalChanged } from "../../../../schemas/errors.ts"
import { ReviseInput, type Session } from "../../../../schemas/session.ts"
import { wire } from "../../../../schemas/wire.ts"
import { testCards } from "../../../domain/testCards.ts"
import type { Caller } from "../../../ports/Caller.ts"
import { Payments } from "../../../ports/Payments.ts"
import { Ordering } from "../../../services/Ordering.ts"
import { type Record, recordOf } from "../../../services/Record.ts"
import type { At } from "../../account/screens.ts"
import { invalid } from "../../rest/invalid.ts"
import { pathOf, type Step } from "./Desk.ts"
import { deliveryField } from "./deliveryPart.ts"
import { addressNames } from "./detailsPart.ts"

const decode = Schema.decodeUnknownEffect(wire(ReviseInput), { errors: "all" })

type Path = string
type Act = (id: string, at: At) => Effect.Effect<Path, Refusal, Caller>

const said = ({ said }: At, names: ReadonlyArray<string>, before = "") =>
  Object.fromEntries(
    names.map((name) => [name, said(before + name)] as const).filter(([, value]) => value.trim() !== "")
  )

/** Codes that were refused for what may still change stay; those that are no good are let go. */
const lasting = new Set(["discount_code_minimum_not_met", "discount_code_user_ineligible"])
const codesOf = ({ discounts: { applied, rejected } }: Session) => [
  ...new Set([
    ...applied.flatMap(({ code }) => code ?? []),
    ...rejected.filter(({ reason }) => lasting.has(reason)).map(({ code }) => code)
  ])
]

/** Those that ask the provider of payments. */
type Saga = "pay" | "bank" | "leave"

/** What each form of the page does, and where it leads then. */
export const acts = Effect.gen(function* () {
  const ordering = yield* Ordering
  const { cardPage, provider } = yield* Payments

  const revised = Effect.fnUntraced(function* (id: string, given: unknown) {
    return yield* ordering.revise(id, yield* Effect.mapError(decode(given), invalid))
  })

  const changes: { readonly [S in Exclude<Step, Saga>]: Act } = {
    lines: Effect.fnUntraced(function* (id, { said }) {
      const variant = said("variant")
      if (said("quantity").trim() === "") return yield* Invalid.of("lines", "Say how many you want, or 0 to remove it")
      const line = { listing_id: said("listing_id"), quantity: Number(said("quantity")), ...(variant && { variant }) }
      yield* revised(id, { lines: [line] })
      return `${pathOf(id)}#lines`
    }),
    details: Effect.fnUntraced(function* (id, at) {
      const { onFile } = yield* ordering.byLink(id)
      const typed = said(at, addressNames, "shipping_address.")
      const isTyped = Object.keys(typed).length > 0
      const must = { line1: "", city: "", state: "", zip: "" }
      yield* revised(id, {
        ...(!onFile.email && { email: "" }),
        ...said(at, ["email", "name"]),
        ...(isTyped && { shipping_address: { ...must, ...typed } })
      })
      return `${pathOf(id)}#delivery`
    }),
    delivery: Effect.fnUntraced(function* (id, { said }) {
      const { deliveries, isOwn } = yield* ordering.byLink(id)
      const asked = deliveries
        .map(({ shop }) => ({ shop_id: shop.id, method: said(deliveryField(shop.id)) }))
        .filter(({ method }) => method !== "")
      const notes = said("pickup_notes").trim()
      yield* revised(id, { deliveries: asked, ...((isOwn || notes !== "") && { pickup_notes: notes }) })
      return `${pathOf(id)}#pay`
    }),
    codes: Effect.fnUntraced(function* (id, { said }) {
      const before = codesOf(yield* ordering.read(id))
      yield* revised(id, { discount_codes: [...before, said("code")] })
      return `${pathOf(id)}#codes`
    }),
    uncode: Effect.fnUntraced(function* (id, { said }) {
      const before = codesOf(yield* ordering.read(id))
      yield* revised(id, { discount_codes: before.filter((code) => code !== said("code")) })
      return `${pathOf(id)}#codes`
    }),
    renew: (id) => Effect.as(ordering.revise(id, {}), pathOf(id)),
    again: (id) => Effect.map(ordering.again(id), (fresh) => pathOf(fresh.id))
  }

  /** What stood before the button is what is paid, whoever else changed it meanwhile. */
  const agreed = Effect.fnUntraced(function* (id: string, { said }: At) {
    const { currency, total } = yield* ordering.read(id)
    if (total !== undefined && said("total") !== String(total)) {
      return yield* new TotalChanged({ total: total / 100, currency })
    }
  })

  /** At the provider's own page: browsers follow a form only where our policy says, else our page has the link. */
  const payThere = Effect.fnUntraced(function* (id: string, record: Record<Path>, again: boolean) {
    const next = (url: string | undefined): Path =>
      url !== undefined && URL.canParse(url) && new URL(url).origin === cardPage?.origin ? url : pathOf(id)
    const recordPath = recordOf(record, (url: string | undefined) => Effect.succeed(next(url)))
    return next(yield* ordering.payByCard(id, recordPath, again))
  })

  const pay = Effect.fnUntraced(function* (id: string, at: At, record: Record<Path>, again: boolean) {
    if (cardPage !== undefined) return yield* Effect.andThen(agreed(id, at), payThere(id, record, again))
    const token = testCards.find((card) => card.token === at.said("card"))?.token
    if (!provider.test || token === undefined) return yield* Invalid.of("card", "Choose one of the cards")
    yield* agreed(id, at)
    const page = pathOf(id)
    yield* ordering.complete(
      id,
      { paymentToken: token },
      recordOf(record, () => Effect.succeed(page)),
      again
    )
    return page
  })

  /** Only while the bank asks. The token is no card, so that nothing is begun if it asks no more. */
  const bank = Effect.fnUntraced(function* (id: string, at: At, record: Record<Path>, again: boolean) {
    const page = pathOf(id)
    const { status } = yield* ordering.read(id)
    if (!provider.test || status !== "authentication_required") return page
    const outcome = at.said("answer") === "confirm" ? "authenticated" : "rejected"
    const answer = { paymentToken: "answered", authenticationResult: { outcome } } as const
    yield* ordering.complete(
      id,
      answer,
      recordOf(record, () => Effect.succeed(page)),
      again
    )
    return page
  })

  /** Back to the checkout as it was before the provider's page. */
  const leave = (id: string) => Effect.as(ordering.leave(id), `${pathOf(id)}#pay`)

  return { changes, payments: { pay, bank, leave } }
})
