import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import { type Scope, Scope as Scopes } from "../../../schemas/access.ts"
import { mayGrant } from "../../domain/access.ts"
import { BrowserSessions } from "../../services/BrowserSessions.ts"
import { SignInSessions } from "../../services/SignInSessions.ts"
import { allowedPage, allowPage, refusedPage } from "./clientSignInPages.ts"
import { Forged } from "./Forged.ts"
import { goTo, screens } from "./screens.ts"

const linkOf = Effect.map(HttpRouter.params, ({ link = "" }) => link)

const isScope = (said: string): said is Scope => Scopes.literals.some((scope) => scope === said)

/** Where the user of a client without OAuth signs in, and says what the client may do. */
export const clientSignInRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const browserSessions = yield* BrowserSessions
    const sessions = yield* SignInSessions
    const { hear, show } = yield* screens

    const here = (link: string) => `/sign-in/sessions/${link}`
    const signInFirst = (link: string) => goTo(`/sign-in?${new URLSearchParams({ next: here(link) })}`)

    yield* router.add(
      "GET",
      "/sign-in/sessions/:link",
      show(
        Effect.fnUntraced(function* ({ visit }) {
          const link = yield* linkOf
          const { scopes } = yield* sessions.asked(link)
          if (visit.signedIn === undefined) return signInFirst(link)
          const { account } = visit.signedIn
          const offered = scopes.filter((scope) => mayGrant(scope, account.roles))
          return allowPage({ account, scopes: offered, csrf: visit.csrf, action: here(link) })
        })
      )
    )
    yield* router.add(
      "POST",
      "/sign-in/sessions/:link",
      hear(
        Effect.fnUntraced(function* ({ all, said, visit }) {
          const link = yield* linkOf
          if (visit.signedIn === undefined) return signInFirst(link)
          switch (said("answer")) {
            case "allow":
              yield* sessions.allow(link, visit.signedIn.account, all("scope").filter(isScope))
              return goTo("/sign-in/allowed")
            case "switch":
              yield* browserSessions.end(visit.handle)
              return visit.ended(signInFirst(link))
            default:
              yield* sessions.refuse(link)
              return goTo("/sign-in/refused")
          }
        }),
        () => Effect.fail(new Forged())
      )
    )
    yield* router.add(
      "GET",
      "/sign-in/allowed",
      show(() => Effect.succeed(allowedPage))
    )
    yield* router.add(
      "GET",
      "/sign-in/refused",
      show(() => Effect.succeed(refusedPage))
    )
  })
)
