import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import { LinkOver, type Refusal } from "../../../schemas/errors.ts"
import { BrowserSessions } from "../../services/BrowserSessions.ts"
import { NewPasswords } from "../../services/NewPasswords.ts"
import { Registration } from "../../services/Registration.ts"
import { SignIn } from "../../services/SignIn.ts"
import { issuesOf } from "./fields.ts"
import { type At, goTo, screens } from "./screens.ts"
import * as pages from "./signInPages.ts"

const typedAt = ({ next, said, visit }: At): pages.Shown => ({
  csrf: visit.csrf,
  next,
  typed: { email: said("email").slice(0, 254), name: said("name").slice(0, 120) }
})

const again =
  (show: (shown: pages.Shown, at: At) => ReturnType<typeof pages.signInPage>) => (at: At, refusal: Refusal) =>
    Effect.succeed(
      refusal instanceof LinkOver
        ? pages.linkOverPage
        : show({ ...typedAt(at), issues: issuesOf(refusal), status: refusal.status }, at)
    )

/** Signing in and out, opening an account, and choosing a new password. */
export const signInRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const browserSessions = yield* BrowserSessions
    const newPasswords = yield* NewPasswords
    const registration = yield* Registration
    const { signIn } = yield* SignIn
    const { hear, show } = yield* screens

    yield* router.add(
      "GET",
      "/sign-in",
      show((at) =>
        Effect.succeed(
          at.visit.signedIn === undefined
            ? pages.signInPage(typedAt(at), at.said("notice"))
            : goTo(at.next ?? "/account")
        )
      )
    )
    yield* router.add(
      "POST",
      "/sign-in",
      hear(
        Effect.fnUntraced(function* ({ next, said, visit }) {
          const { handle } = yield* signIn({ email: said("email"), password: said("password") })
          // Whoever was signed in here before is not any more.
          yield* browserSessions.end(visit.handle)
          return visit.begun(goTo(next ?? "/account"), handle)
        }),
        again((shown) => pages.signInPage(shown))
      )
    )
    yield* router.add(
      "POST",
      "/sign-out",
      hear(
        Effect.fnUntraced(function* ({ visit }) {
          yield* browserSessions.end(visit.handle)
          return visit.ended(goTo("/sign-in?notice=signed-out"))
        }),
        again((shown) => pages.signInPage(shown))
      )
    )

    yield* router.add(
      "GET",
      "/register",
      show(({ next, visit }) => Effect.succeed(pages.registerPage({ csrf: visit.csrf, next })))
    )
    yield* router.add(
      "POST",
      "/register",
      hear(
        Effect.fnUntraced(function* ({ next, said }) {
          yield* registration.register({ name: said("name"), email: said("email"), password: said("password") })
          return goTo(`/letter-sent${next === undefined ? "" : `?next=${encodeURIComponent(next)}`}`)
        }),
        again(pages.registerPage)
      )
    )
    yield* router.add(
      "GET",
      "/letter-sent",
      show(({ next }) => Effect.succeed(pages.letterSentPage(next)))
    )
    yield* router.add(
      "GET",
      "/verify-email",
      show(({ said, visit }) =>
        Effect.map(registration.works(said("token")), (works) =>
          works ? pages.confirmPage({ csrf: visit.csrf, next: undefined }, said("token")) : pages.linkOverPage
        )
      )
    )
    yield* router.add(
      "POST",
      "/verify-email",
      hear(
        Effect.fnUntraced(function* ({ said, visit }) {
          const handle = yield* registration.confirm(said("token"), said("password"))
          yield* browserSessions.end(visit.handle)
          return visit.begun(goTo("/account?notice=confirmed"), handle)
        }),
        again((shown, { said }) => pages.confirmPage(shown, said("token")))
      )
    )

    yield* router.add(
      "GET",
      "/forgot-password",
      show(({ next, visit }) => Effect.succeed(pages.forgotPage({ csrf: visit.csrf, next })))
    )
    yield* router.add(
      "POST",
      "/forgot-password",
      hear(
        Effect.fnUntraced(function* ({ next, said }) {
          yield* newPasswords.forgot(said("email"))
          return goTo(`/letter-sent${next === undefined ? "" : `?next=${encodeURIComponent(next)}`}`)
        }),
        again(pages.forgotPage)
      )
    )
    yield* router.add(
      "GET",
      "/reset-password",
      show(({ said, visit }) =>
        Effect.map(newPasswords.works(said("token")), (works) =>
          works ? pages.resetPage({ csrf: visit.csrf, next: undefined }, said("token")) : pages.linkOverPage
        )
      )
    )
    yield* router.add(
      "POST",
      "/reset-password",
      hear(
        Effect.fnUntraced(function* ({ said, visit }) {
          yield* newPasswords.reset(said("token"), said("password"))
          return visit.ended(goTo("/sign-in?notice=password-changed"))
        }),
        again((shown, { said }) => pages.resetPage(shown, said("token")))
      )
    )
  })
)
