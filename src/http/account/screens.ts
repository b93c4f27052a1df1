import { Effect } from "effect"
import { type HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { Refusal } from "../../../schemas/errors.ts"
import { nextPath } from "../../domain/nextPath.ts"
import { Caller } from "../../ports/Caller.ts"
import { Site } from "../../ports/Site.ts"
import { orPage } from "../pages/orPage.ts"
import { type Page, page } from "../pages/page.ts"
import { isRefusal } from "../rest/told.ts"
import { type Visit, Visits } from "./Visits.ts"

type Response = HttpServerResponse.HttpServerResponse

/** One request at a page with forms. */
export interface At {
  readonly visit: Visit
  /** Of the address for what is read, of the form for what is sent. */
  readonly said: (name: string) => string
  /** All that was ticked under one name. */
  readonly all: (name: string) => ReadonlyArray<string>
  readonly next: string | undefined
}

type Needs = Caller | HttpServerRequest.HttpServerRequest | HttpRouter.RouteContext

/** What a form did, or what was wrong with it. */
type Act = (at: At) => Effect.Effect<Response, Refusal, Needs>

/** Elsewhere, after something was done. */
export const goTo = (path: string): Response =>
  HttpServerResponse.redirect(path, { status: 303, headers: { "cache-control": "no-store" } })

/** How pages with forms are shown, and what is sent with them heard. */
export const screens = Effect.gen(function* () {
  const { name } = yield* Site
  const { visit } = yield* Visits

  const at = (found: Visit, params: URLSearchParams): At => ({
    visit: found,
    said: (field) => params.get(field) ?? "",
    all: (field) => params.getAll(field),
    next: nextPath(params.get("next"))
  })

  const query = Effect.map(
    HttpServerRequest.HttpServerRequest,
    ({ url }) => new URL(url, "http://localhost").searchParams
  )

  const shown = (found: Visit, content: Page) => found.dressed(page(name, { inFlow: true, ...content }))

  const known = <A, E, R>(found: Visit, effect: Effect.Effect<A, E, R | Caller>) =>
    Effect.provideService(effect, Caller, found.caller)

  /** A page as it is opened. */
  const show = (open: (at: At) => Effect.Effect<Page | Response, Refusal, Needs>) =>
    Effect.gen(function* () {
      const found = yield* visit
      const content = yield* known(found, open(at(found, yield* query)))
      return HttpServerResponse.isHttpServerResponse(content) ? content : shown(found, content)
    }).pipe(orPage(name, "page"))

  /** What was sent with a form of the page; what is wrong with it is told on the page. */
  const hear = (act: Act, again: (at: At, refusal: Refusal) => Effect.Effect<Page, Refusal, Needs>) =>
    Effect.gen(function* () {
      const found = yield* visit
      const here = at(found, yield* found.form)
      const told = (refusal: Refusal) =>
        refusal.code === "UNAVAILABLE" || refusal.code === "NOT_FOUND"
          ? Effect.fail(refusal)
          : Effect.map(again(here, refusal), (content) => shown(found, content))
      return yield* known(found, Effect.catchIf(act(here), isRefusal, told))
    }).pipe(orPage(name, "page"))

  return { show, hear, shown }
})
