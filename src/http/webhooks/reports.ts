import { Effect, Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import type { Invalid, NotFound, Unavailable } from "../../../schemas/errors.ts"
import type { Heard } from "../../../schemas/webhooks/heard.ts"
import { invalid } from "../rest/invalid.ts"
import { orRefused } from "../rest/told.ts"
import { signedJson } from "./signedJson.ts"

type Result = Heard["results"][number]

interface Reports<A, Batch, R> {
  readonly name: string
  readonly one: Schema.Codec<A, unknown>
  readonly several: Schema.Codec<Batch, unknown>
  readonly hear: (report: A) => Effect.Effect<Omit<Result, "id">, NotFound | Invalid | Unavailable, R>
}

const strictly = { errors: "all" } as const

/**
 * A door for events that are signed with our secret: one, or several in a batch. One that cannot be heard is refused; in
 * a batch it is told among the results, and the others are heard.
 */
export const reports = <A extends { readonly id: string }, Batch extends { readonly events: ReadonlyArray<A> }, R>({
  hear,
  name,
  one,
  several
}: Reports<A, Batch, R>) => {
  const decode = <T>(schema: Schema.Codec<T, unknown>, json: unknown) =>
    Effect.mapError(Schema.decodeUnknownEffect(schema)(json, strictly), invalid)
  const heard = (report: A) => Effect.map(hear(report), (said): Result => ({ id: report.id, ...said }))
  const rejected =
    ({ id }: A) =>
    ({ message }: NotFound | Invalid) =>
      Effect.succeed<Result>({ id, status: "rejected", reason: message })
  return Effect.gen(function* () {
    const json = yield* signedJson(name)
    const isBatch = typeof json === "object" && json !== null && "events" in json
    const results = isBatch
      ? yield* Effect.forEach((yield* decode(several, json)).events, (report) =>
          Effect.catchTag(heard(report), ["NotFound", "Invalid"], rejected(report))
        )
      : [yield* heard(yield* decode(one, json))]
    return HttpServerResponse.jsonUnsafe({ received: true, results } satisfies Heard)
  }).pipe(orRefused(`webhooks.${name}`))
}
