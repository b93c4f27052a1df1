import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import type { Refusal } from "../../../../schemas/errors.ts"
import { Payments } from "../../../ports/Payments.ts"
import { Site } from "../../../ports/Site.ts"
import { Ordering } from "../../../services/Ordering.ts"
import { type At, goTo, screensOf } from "../../account/screens.ts"
import { sending } from "../sending.ts"
import { acts } from "./acts.ts"
import { checkoutPage } from "./checkoutPage.ts"
import { pathOf, type Step, steps } from "./Desk.ts"
import { spoken } from "./spoken.ts"

const idOf = Effect.map(HttpRouter.params, ({ id = "" }) => id)

/** For the audit, by what the form does. */
const actions: { readonly [S in Step]: string } = {
  lines: "checkouts.revise",
  details: "checkouts.revise",
  delivery: "checkouts.revise",
  codes: "checkouts.revise",
  uncode: "checkouts.revise",
  renew: "checkouts.revise",
  again: "checkouts.open",
  pay: "checkouts.complete",
  bank: "checkouts.complete",
  leave: "checkouts.leave"
}

/** The hosted checkout: one page, and a form for each of its steps. */
export const checkoutRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { publicUrl } = yield* Site
    const { cardPage, provider } = yield* Payments
    const ordering = yield* Ordering
    const { hear, show } = yield* screensOf({ what: "checkout", path: "/checkout/" })
    const { once, saga } = yield* sending
    const { changes, payments } = yield* acts

    const pageOf = Effect.fnUntraced(function* ({ said, visit }: At, step?: Step, refusal?: Refusal) {
      const session = yield* ordering.byLink(yield* idOf)
      const desk = { session, csrf: visit.csrf, publicUrl, provider, cardPage }
      if (step === undefined || refusal === undefined) return checkoutPage(desk)
      return checkoutPage({
        ...desk,
        sent: { step, issues: spoken(refusal, step, said), said, status: refusal.status }
      })
    })

    yield* router.add(
      "GET",
      "/checkout/:id",
      show((at) => pageOf(at))
    )
    // A buyer who comes back from the provider's own page says nothing that is believed: the provider is asked.
    yield* router.add(
      "GET",
      "/checkout/:id/paid",
      show(() =>
        Effect.flatMap(idOf, (id) => {
          const asked = Effect.catchTag(
            ordering.returned(id),
            ["Unavailable", "StaleCheckout", "IllegalStep"],
            () => Effect.void
          )
          return Effect.as(asked, goTo(pathOf(id)))
        })
      )
    )
    for (const step of steps) {
      yield* router.add(
        "POST",
        `/checkout/:id/${step}`,
        hear(
          Effect.fnUntraced(function* (at) {
            const id = yield* idOf
            const form = {
              action: actions[step],
              path: pathOf(id, step),
              page: pathOf(id),
              at,
              subject: (path: string) => /^\/checkout\/([^#]+)/.exec(path)?.[1] ?? id
            }
            return step === "pay" || step === "bank" || step === "leave"
              ? yield* saga(form, (record, again) => payments[step](id, at, record, again))
              : yield* once(form, changes[step](id, at))
          }),
          (at, refusal) => pageOf(at, step, refusal)
        )
      )
      // Whoever reloads the answer to a form, or comes from a sign-in, is at the page.
      yield* router.add(
        "GET",
        `/checkout/:id/${step}`,
        Effect.map(idOf, (id) => goTo(pathOf(id)))
      )
    }
  })
)
