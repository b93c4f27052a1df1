import { randomUUID } from "node:crypto"
import { Effect, Exit } from "effect"
import type { HttpServerResponse } from "effect/http"
import { type ErrorBody, errorBody, Internal, type Refusal, type Unavailable } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { type Record, type Write, Writes, type Written } from "../../services/Writes.ts"
import { type At, goTo } from "../account/screens.ts"
import { refusalIn } from "../rest/told.ts"
import { type Html, html } from "./html.ts"

/** Where a form leads when it has done what it says. */
type Path = string

interface Form {
  /** What is done, for the audit. */
  readonly action: string
  /** Where the form is sent, which is also the page to look at while it is being done. */
  readonly path: Path
  readonly page: Path
  readonly at: At
  readonly subject: (path: Path) => string
}

/** The hidden field by which a form that is sent twice is heard once. */
export const keyField = (): Html => html`<input type="hidden" name="key" value="${randomUUID()}">`

const answer = (exit: Exit.Exit<Path, Refusal | Unavailable>) => {
  if (Exit.isSuccess(exit)) return { status: 303, body: { path: exit.value } }
  const refusal = refusalIn(exit.cause) ?? new Internal()
  return { status: refusal.status, body: errorBody(refusal) }
}

const write = ({ action, at, path, subject }: Form): Write<Path, Refusal | Unavailable> => ({
  action,
  path: `POST ${path}`,
  key: /^[\w-]{1,64}$/.test(at.said("key")) ? at.said("key") : undefined,
  body: at.fields.filter(([name]) => name !== "csrf" && name !== "key"),
  answer,
  subject
})

/** The same to whoever is answered first and to whoever sends the form again. */
const heard = ({ body, status }: Written): Effect.Effect<HttpServerResponse.HttpServerResponse, Refusal> => {
  if (status === 303) return Effect.succeed(goTo((body as { readonly path: Path }).path))
  return Effect.fail({ _tag: "Sent", status, ...(body as ErrorBody).error })
}

/** What is sent with a form passes the gate of every write, under the key that the form carries. */
export const sending = Effect.map(Writes, (writes) => {
  const told = <E extends Refusal>(form: Form, written: Effect.Effect<Written, E, Caller>) =>
    written.pipe(
      Effect.flatMap(heard),
      // The other click is still at it: the page tells how that goes.
      Effect.catchIf(
        (error: Refusal) => error._tag === "KeyInFlight",
        () => Effect.succeed(goTo(form.page))
      )
    )
  return {
    once: (form: Form, effect: Effect.Effect<Path, Refusal, Caller>) => told(form, writes.once(write(form), effect)),
    /** Of several transactions; `record` is called in the last. */
    saga: (form: Form, effect: (record: Record<Path>, again: boolean) => Effect.Effect<Path, Refusal, Caller>) =>
      told(form, writes.saga(write(form), effect))
  }
})
