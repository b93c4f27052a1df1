import { Cause, Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { RateLimited } from "../../../schemas/errors.ts"
import { refusalIn } from "../rest/told.ts"
import { awayPage, brokenPage, busyPage, missingPage, refusedPage } from "./missingPage.ts"
import { page } from "./page.ts"

type Response = HttpServerResponse.HttpServerResponse

/** Every failure as a page: what is not there is told alike whoever asks, and bugs go to the log. */
export const orPage =
  (site: string, what: string, signInPath?: string) =>
  <E, R>(effect: Effect.Effect<Response, E, R>): Effect.Effect<Response, never, R> =>
    Effect.catchCause(effect, (cause) => {
      const refusal = refusalIn(cause)
      if (refusal === undefined) {
        return Cause.hasInterruptsOnly(cause)
          ? Effect.failCause(cause as Cause.Cause<never>)
          : Effect.as(Effect.logError(`the page of a ${what} broke`, cause), page(site, brokenPage))
      }
      if (refusal.code === "NOT_FOUND") return Effect.succeed(page(site, missingPage(what, signInPath)))
      if (refusal.code === "UNAVAILABLE") return Effect.succeed(page(site, awayPage))
      if (refusal instanceof RateLimited) {
        const seconds = String(refusal.retryAfter)
        return Effect.succeed(HttpServerResponse.setHeader(page(site, busyPage), "retry-after", seconds))
      }
      return Effect.succeed(page(site, refusedPage(refusal)))
    })
