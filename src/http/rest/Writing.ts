import { type Cause, Context, Effect, type Exit, Layer, Schema, SchemaAST } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import type { HttpApiEndpoint } from "effect/http-api"
import { questionsFor } from "../../../schemas/asks.ts"
import { errorBody, Internal, type Refusal, type Unavailable } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { type Record, unrecorded, type Write, Writes, type Written } from "../../services/Writes.ts"
import { logBroken } from "../logBroken.ts"
import { body } from "./body.ts"
import { invalid } from "./invalid.ts"
import { isRefusal, refusalIn, refused, told } from "./told.ts"

type Input<E> = HttpApiEndpoint.Payload<E>["Type"]
type Output<E> = HttpApiEndpoint.Success<E>["Type"]
type Failure<E> = HttpApiEndpoint.Error<E>["Type"]

interface Asked {
  readonly request: HttpServerRequest.HttpServerRequest
  readonly group: { readonly identifier: string }
  readonly headers: { readonly "idempotency-key"?: string }
}

type Request<E> = Asked & ([HttpApiEndpoint.Params<E>] extends [never] ? unknown : Params<HttpApiEndpoint.Params<E>>)
type Params<S extends Schema.Constraint> = { readonly params: S["Type"] }
type Responding = Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  never,
  Caller | HttpServerRequest.HttpServerRequest | HttpServerRequest.ParsedSearchParams
>

/** The id of what a write changed, for the audit. */
type Subject<E> = (output: Output<E>) => string

/** What came: as it tells one request from another, and as it is understood. */
interface Given<A> {
  readonly body: unknown
  readonly input: A
}

type Reading = Effect.Effect<
  Given<unknown>,
  Refusal,
  Caller | HttpServerRequest.HttpServerRequest | HttpServerRequest.ParsedSearchParams
>

/**
 * What is the same for every write of this door: its body is read and decoded, it passes the gate of all writes with
 * its Idempotency-Key, and what was answered is kept as it is sent.
 */
export class Writing extends Context.Service<
  Writing,
  {
    /** A write that is one transaction. */
    readonly once: <E extends HttpApiEndpoint.ConstraintRequest>(
      endpoint: E,
      run: (input: Input<E>, request: Request<E>) => Effect.Effect<Output<E>, Failure<E> | Unavailable, Caller>,
      subject: Subject<E>
    ) => (request: Request<E>) => Responding
    /** A write that is one transaction, of what is not JSON: `read` says what it is, and what stands for it as its body. */
    readonly onceOf: <E extends HttpApiEndpoint.ConstraintRequest, A>(
      endpoint: E,
      read: Effect.Effect<Given<A>, Refusal, Caller | HttpServerRequest.HttpServerRequest>,
      run: (input: A) => Effect.Effect<Output<E>, Failure<E> | Unavailable, Caller>,
      subject: Subject<E>
    ) => (request: Request<E>) => Responding
    /** A write of several transactions, which calls `record` in its last. */
    readonly saga: <E extends HttpApiEndpoint.ConstraintRequest>(
      endpoint: E,
      run: (
        input: Input<E>,
        request: Request<E>,
        record: Record<Output<E>>,
        again: boolean
      ) => Effect.Effect<Output<E>, Failure<E> | Unavailable, Caller>,
      subject: Subject<E>
    ) => (request: Request<E>) => Responding
  }
>()("craftlocal/http/rest/Writing") {
  static readonly layer = Layer.effect(
    Writing,
    Effect.map(Writes, (writes) => {
      const write =
        (through: (gate: Write<any, any>, run: any) => Effect.Effect<Written, Refusal, Caller>) =>
        (
          endpoint: HttpApiEndpoint.ConstraintRequest,
          run: (...args: any) => any,
          subject: (output: any) => string,
          reading?: Reading
        ) => {
          const { decode, encode, payload, status } = codecsOf(endpoint as unknown as HttpApiEndpoint.Top)
          const read = reading ?? jsonOf(decode, payload)
          return Effect.fnUntraced(
            function* (arrived: Asked) {
              const { group, headers, request } = arrived
              const key = headers["idempotency-key"]
              const { body: given, input } = yield* read
              let broken: Cause.Cause<unknown> | undefined
              const answer = (exit: Exit.Exit<unknown, unknown>) => {
                if (exit._tag === "Success") return { status, body: encode(exit.value) }
                const known = refusalIn(exit.cause)
                if (known === undefined) broken = exit.cause
                const refusal = known ?? new Internal()
                return { status: refusal.status, body: errorBody(refusal) }
              }
              const action = `${group.identifier}.${endpoint.identifier}`
              const path = `${request.method} ${request.url.split("?", 1)[0]}`
              const written = yield* through(
                { action, path, key, body: given, answer, subject },
                (record: unknown, again: unknown) => run(input, arrived, record, again)
              )
              if (broken !== undefined) yield* logBroken(action, broken)
              return replayed(echoed(told(written), key), written)
            },
            (effect, { headers }) =>
              Effect.catchIf(effect, isRefusal, (error) =>
                Effect.succeed(echoed(refused(error), headers["idempotency-key"]))
              )
          )
        }
      const once = write((gate, run) => writes.once(gate, run(unrecorded, false)))
      return Writing.of({
        once,
        onceOf: (
          endpoint: HttpApiEndpoint.ConstraintRequest,
          read: Reading,
          run: (input: any) => any,
          subject: (output: any) => string
        ) => once(endpoint, run, subject, read),
        saga: write((gate, run) => writes.saga(gate, run))
      } as unknown as Writing["Service"])
    })
  )
}

/** How an endpoint's input is read, and its answer written, by its own contract. */
const codecsOf = ({ payload, success }: HttpApiEndpoint.Top) => {
  const [output] = success
  const input = payload.get("application/json")?.schemas[0] ?? Schema.Struct({})
  return {
    payload: input,
    decode: Schema.decodeUnknownEffect(input as Schema.Codec<unknown>, { errors: "all" }),
    encode: Schema.encodeUnknownSync(output as Schema.Codec<unknown>),
    status: (SchemaAST.resolve(output!.ast)?.httpApiStatus as number | undefined) ?? 200
  }
}

/** A removal may say what goes in the query, for clients that cannot send a body with it. */
const inQuery = (method: string) =>
  method === "DELETE" ? HttpServerRequest.ParsedSearchParams : Effect.succeed<unknown>({})

/** The JSON of the body, by the contract of the endpoint. What is missing is asked for. */
const jsonOf = (
  decode: (given: unknown) => Effect.Effect<unknown, Schema.SchemaError>,
  payload: Parameters<typeof questionsFor>[0]
): Reading =>
  Effect.gen(function* () {
    const { method } = yield* HttpServerRequest.HttpServerRequest
    const given = yield* body
    const asked = given === undefined ? yield* inQuery(method) : given
    const input = yield* Effect.mapError(decode(asked), (error) => invalid(error, questionsFor(payload, asked)))
    return { body: given, input }
  })

const echoed = (response: HttpServerResponse.HttpServerResponse, key: string | undefined) =>
  key === undefined ? response : HttpServerResponse.setHeader(response, "idempotency-key", key)

const replayed = (response: HttpServerResponse.HttpServerResponse, { replayed }: Written) =>
  replayed ? HttpServerResponse.setHeader(response, "idempotent-replayed", "true") : response
