import { randomBytes } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import type { Invalid, RateLimited, Unavailable } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { FormSecret } from "../../ports/FormSecret.ts"
import { OAuth } from "../../ports/OAuth.ts"
import { Site } from "../../ports/Site.ts"
import { BrowserSessions, type SignedIn } from "../../services/BrowserSessions.ts"
import { admission } from "../edge.ts"
import type { Html } from "../pages/html.ts"
import { cookieNames, longestSession, withCookie, withoutCookie } from "./cookies.ts"
import { checkCsrf, csrfField } from "./csrf.ts"
import type { Forged } from "./Forged.ts"
import { readForm } from "./readForm.ts"

type Response = HttpServerResponse.HttpServerResponse

/** A browser at one of our pages. */
export interface Visit {
  readonly signedIn: SignedIn | undefined
  /** The handle of its session, in force or not. */
  readonly handle: string | undefined
  /** Who asks, for the services: whoever is signed in, with no scopes, or a guest. */
  readonly caller: Caller["Service"]
  /** Goes into every form. A page with a form must be `dressed`. */
  readonly csrf: Html
  /** What a form says; refused unless this browser was given it by us. */
  readonly form: Effect.Effect<URLSearchParams, Forged | Invalid, HttpServerRequest.HttpServerRequest>
  /** The response with what a browser needs to send our forms. */
  readonly dressed: (response: Response) => Response
  /** The response after which the browser holds this handle: a new one, whatever it held before. */
  readonly begun: (response: Response, handle: string) => Response
  readonly ended: (response: Response) => Response
}

const formKey = /^[A-Za-z0-9_-]{43}$/

/** Who is at the other end of a page: the browser, and whether somebody is signed in there. */
export class Visits extends Context.Service<
  Visits,
  {
    readonly visit: Effect.Effect<Visit, RateLimited | Unavailable, HttpServerRequest.HttpServerRequest>
  }
>()("craftlocal/http/account/Visits") {
  static readonly layer = Layer.effect(
    Visits,
    Effect.gen(function* () {
      const { publicUrl } = yield* Site
      const secret = yield* FormSecret
      const { embedded } = yield* OAuth
      const { who } = yield* BrowserSessions
      const names = cookieNames(publicUrl)
      const { origin } = new URL(publicUrl)
      // Nobody signs in here by a header.
      const admitted = yield* admission("web", () => Effect.succeed({ _tag: "Guest" }))

      const visit = Effect.gen(function* () {
        const request = yield* HttpServerRequest.HttpServerRequest
        const guest = yield* Effect.catchTag(admitted, "Unauthorized", Effect.die)
        const { cookies } = request
        const handle = cookies[names.session]
        // Who signed in here before accounts moved elsewhere is signed in no more.
        const signedIn = embedded ? yield* who(handle) : undefined
        const caller: Caller["Service"] =
          signedIn === undefined
            ? guest
            : { ...guest, viewer: { _tag: "Account", accountId: signedIn.account.id, scopes: [] } }
        const given = cookies[names.form]
        const known = given !== undefined && formKey.test(given) ? given : undefined
        const made = known ?? randomBytes(32).toString("base64url")
        const bound = { secret, handle: signedIn && handle }
        return {
          signedIn,
          handle,
          caller,
          csrf: csrfField({ ...bound, formKey: made }),
          form: Effect.tap(readForm, (form) =>
            checkCsrf(request, origin, form.get("csrf"), known === undefined ? undefined : { ...bound, formKey: known })
          ),
          dressed: (response) =>
            HttpServerResponse.setHeader(
              known === undefined ? withCookie(publicUrl, names.form, made)(response) : response,
              // Without any referrer a browser would not say, either, that a form comes from our page.
              "referrer-policy",
              "same-origin"
            ),
          begun: (response, fresh) => withCookie(publicUrl, names.session, fresh, longestSession)(response),
          ended: (response) => withoutCookie(publicUrl, names.session)(response)
        } satisfies Visit
      })
      return { visit }
    })
  )
}
