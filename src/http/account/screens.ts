import { Effect } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { Refusal } from "../../../schemas/errors.ts"
import { nextPath } from "../../domain/nextPath.ts"
import { Caller } from "../../ports/Caller.ts"
import { OAuth } from "../../ports/OAuth.ts"
import { Site } from "../../ports/Site.ts"
import { orPage } from "../pages/orPage.ts"
import { type Page, page } from "../pages/page.ts"
import { isRefusal } from "../rest/told.ts"
import { withNext } from "./fields.ts"
import { type Visit, Visits } from "./Visits.ts"

type Response = HttpServerResponse.HttpServerResponse

/** One request at a page with forms. */
export interface At {
  readonly visit: Visit
  /** Of the address for what is read, of the form for what is sent. */
  readonly said: (name: string) => string
  /** All that was ticked under one name. */
  readonly all: (name: string) => ReadonlyArray<string>
  /** Everything, for telling one request from another. */
  readonly fields: ReadonlyArray<readonly [name: string, value: string]>
  readonly next: string | undefined
}

type Needs = Caller | HttpServerRequest.HttpServerRequest | HttpRouter.RouteContext

/** What a form did, or what was wrong with it. */
type Act = (at: At) => Effect.Effect<Response, Refusal, Needs>

/** Elsewhere, after something was done. */
export const goTo = (path: string): Response =>
  HttpServerResponse.redirect(path, { status: 303, headers: { "cache-control": "no-store" } })

/** What the pages are about, and where they stand when one of them may be there after a sign-in: before its id. */
interface About {
  readonly what: string
  readonly path?: `/${string}/`
  /** Shown also while a program is let in, in a window that its host waits for. */
  readonly inFlow?: boolean
}

/** How pages with forms are shown, and what is sent with them heard. */
export const screensOf = Effect.fnUntraced(function* ({ inFlow = false, path, what }: About) {
  const { name } = yield* Site
  const { embedded } = yield* OAuth
  const { visit } = yield* Visits

  const signInPath = Effect.fnUntraced(function* ({ signedIn }: Visit) {
    const { id = "" } = yield* HttpRouter.params
    return path !== undefined && embedded && signedIn === undefined
      ? withNext("/sign-in", nextPath(path + encodeURIComponent(id)))
      : undefined
  })

  /** To others it is not there, and they may sign in, whatever its id. */
  const answered = <E, R>(answer: (found: Visit) => Effect.Effect<Response, E, R>) =>
    Effect.gen(function* () {
      const found = yield* visit
      return yield* answer(found).pipe(orPage(name, what, yield* signInPath(found)))
    }).pipe(orPage(name, what))

  const at = (found: Visit, params: URLSearchParams): At => ({
    visit: found,
    said: (field) => params.get(field) ?? "",
    all: (field) => params.getAll(field),
    fields: [...params],
    next: nextPath(params.get("next"))
  })

  const query = Effect.map(
    HttpServerRequest.HttpServerRequest,
    ({ url }) => new URL(url, "http://localhost").searchParams
  )

  const shown = (found: Visit, content: Page) => found.dressed(page(name, { inFlow, ...content }))

  const known = <A, E, R>(found: Visit, effect: Effect.Effect<A, E, R | Caller>) =>
    Effect.provideService(effect, Caller, found.caller)

  /** A page as it is opened. */
  const show = (open: (at: At) => Effect.Effect<Page | Response, Refusal, Needs>) =>
    answered(
      Effect.fnUntraced(function* (found) {
        const content = yield* known(found, open(at(found, yield* query)))
        return HttpServerResponse.isHttpServerResponse(content) ? content : shown(found, content)
      })
    )

  /** What was sent with a form of the page; what is wrong with it is told on the page. */
  const hear = (act: Act, again: (at: At, refusal: Refusal) => Effect.Effect<Page, Refusal, Needs>) =>
    answered(
      Effect.fnUntraced(function* (found) {
        const here = at(found, yield* found.form)
        const told = (refusal: Refusal) =>
          refusal.code === "UNAVAILABLE" || refusal.code === "NOT_FOUND"
            ? Effect.fail(refusal)
            : Effect.map(again(here, refusal), (content) => shown(found, content))
        return yield* known(found, Effect.catchIf(act(here), isRefusal, told))
      })
    )

  return { show, hear, shown }
})

/** Those of accounts and of signing in. */
export const screens = screensOf({ what: "page", inFlow: true })
