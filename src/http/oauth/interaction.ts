import { Effect } from "effect"
import { HttpRouter, HttpServerRequest } from "effect/http"
import { mayGrant } from "../../domain/access.ts"
import { type Interaction, OAuth, type WireRequest } from "../../ports/OAuth.ts"
import { BrowserSessions, type SignedIn } from "../../services/BrowserSessions.ts"
import { Connections } from "../../services/Connections.ts"
import { type At, goTo, screens } from "../account/screens.ts"
import { html } from "../pages/html.ts"
import type { Page } from "../pages/page.ts"
import { askerOf, scopesOf } from "./askedOf.ts"
import { consentPage } from "./consentPage.ts"

const over: Page = {
  title: "This sign-in is over",
  status: 400,
  secret: true,
  body: html`<p>It took too long, it was finished already, or it was begun in another browser. Go back to your app and connect again.</p>`
}

/** What the browser sent, as far as the authorization server needs it: its cookies. */
const wire = Effect.map(
  HttpServerRequest.HttpServerRequest,
  ({ headers, method, url }): WireRequest => ({ method, url, headers, body: "" })
)

/** Who it is has to be known first: our own sign-in says so, and comes back here. */
const signInFirst = ({ loginHint, uid }: Interaction) => {
  const next = new URLSearchParams({ next: `/oauth/interaction/${uid}`, ...(loginHint && { email: loginHint }) })
  return goTo(`/sign-in?${next}`)
}

/** What is asked for, as far as this account may give it away. */
const grantable = (interaction: Interaction, { account }: SignedIn) =>
  scopesOf(interaction).filter((scope) => mayGrant(scope, account.roles))

/** In the middle of an authorization: who is it, and do they allow it? */
export const layerInteraction = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const oauth = yield* OAuth
    const browserSessions = yield* BrowserSessions
    const connections = yield* Connections
    const { hear, show } = yield* screens

    const shown = Effect.fnUntraced(function* ({ visit }: At) {
      const request = yield* wire
      const interaction = yield* oauth.interaction(request)
      const { signedIn } = visit
      if (signedIn === undefined) return signInFirst(interaction)
      const { account } = signedIn
      if (interaction.asks === "login") return goTo(yield* oauth.signedIn(request, account.id))
      // Somebody else has signed in since: they are asked from the beginning.
      if (interaction.accountId !== account.id) return goTo(interaction.begin)
      const scopes = grantable(interaction, signedIn)
      return consentPage({ ...interaction, asker: askerOf(interaction), scopes, account, csrf: visit.csrf })
    })

    const answered = Effect.fnUntraced(function* ({ said, visit }: At) {
      const request = yield* wire
      const interaction = yield* oauth.interaction(request)
      const { signedIn } = visit
      if (signedIn === undefined || interaction.accountId !== signedIn.account.id) return goTo(interaction.begin)
      switch (said("answer")) {
        case "allow":
          yield* connections.begun(signedIn.account.id, interaction.client.id)
          return goTo(yield* oauth.allowed(request, grantable(interaction, signedIn)))
        case "switch":
          yield* browserSessions.end(visit.handle)
          return visit.ended(signInFirst(interaction))
        default:
          return goTo(yield* oauth.refused(request))
      }
    })

    yield* router.add(
      "GET",
      "/oauth/interaction/:uid",
      show((at) => Effect.catchTag(shown(at), "InteractionOver", () => Effect.succeed(over)))
    )
    yield* router.add(
      "POST",
      "/oauth/interaction/:uid",
      hear(
        (at) => Effect.catchTag(answered(at), "InteractionOver", () => Effect.succeed(goTo("/sign-in/over"))),
        () => Effect.succeed(over)
      )
    )
    yield* router.add(
      "GET",
      "/sign-in/over",
      show(() => Effect.succeed(over))
    )
  })
)
