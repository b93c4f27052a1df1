import { Effect, Predicate } from "effect"
import { NotFound } from "../../../schemas/errors.ts"
import { canExist } from "../../../schemas/ids.ts"
import type { Asked } from "../../services/acp/Asked.ts"
import { idempotencyKey } from "../../services/acp/idempotencyKey.ts"
import { type Problem, wrong } from "../../services/acp/Problem.ts"
import { makeServedVersion } from "../../services/acp/servedVersion.ts"
import { storable } from "../../services/acp/storable.ts"

/** What an operation takes besides `meta`. */
export interface Takes {
  readonly id: boolean
  readonly payload: "needed" | "optional" | "none"
}

const servedVersion = makeServedVersion("meta.api_version")

const missing = (param: string) => wrong(400, "missing_required_field", `${param} is missing.`, param)

const tooMuch = wrong(400, "invalid", "The arguments hold too much, nest too deeply, or have text that is not valid.")

/** A text, or nothing; null is nothing. */
const textIn = (of: object, name: string, param: string): Effect.Effect<string | undefined, Problem> => {
  const value: unknown = Object.hasOwn(of, name) ? of[name as keyof typeof of] : undefined
  if (value === undefined || value === null) return Effect.succeed(undefined)
  return typeof value === "string"
    ? Effect.succeed(value)
    : Effect.fail(wrong(400, "invalid", `${param}: expected string.`, param))
}

/** The arguments of a call as the request they stand for, checked in the order in which the HTTP door checks its own. */
export const opened = Effect.fnUntraced(function* (given: unknown, takes: Takes) {
  if (!storable(given)) return yield* tooMuch
  const { meta, payload } = (given ?? {}) as { readonly meta?: unknown; readonly payload?: unknown }
  if (!Predicate.isObject(meta)) return yield* missing("$.meta")
  const dialect = yield* servedVersion(yield* textIn(meta, "api_version", "$.meta.api_version"))
  const key =
    takes.payload === "none"
      ? undefined
      : yield* idempotencyKey(yield* textIn(meta, "idempotency_key", "$.meta.idempotency_key"), {
          needed: true,
          name: "meta.idempotency_key"
        })
  const id = takes.id ? yield* textIn(given as object, "id", "$.id") : ""
  if (id === undefined) return yield* missing("$.id")
  if (takes.id && !canExist(id)) return yield* new NotFound({ what: "checkout" })
  if (takes.payload === "needed" && (payload === undefined || payload === null)) return yield* missing("$.payload")
  return { id, asked: { dialect, key, body: payload ?? {} } satisfies Asked }
})
