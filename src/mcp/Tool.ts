import type { CallToolResult, Tool as Descriptor } from "@modelcontextprotocol/server"
import { Cause, Clock, Effect, type Exit, References, Result, Schema, SchemaIssue } from "effect"
import type { Scope } from "../../schemas/access.ts"
import { questionsFor, withQuestions } from "../../schemas/asks.ts"
import {
  errorBody,
  Internal,
  Invalid,
  type Issue,
  type KeyInFlight,
  type KeyReused,
  type Refusal,
  type Unavailable
} from "../../schemas/errors.ts"
import { isText } from "../../schemas/text.ts"
import type { Toolset as PeoplesToolset } from "../../schemas/toolsets.ts"
import type { WidgetName } from "../../schemas/widgets.ts"
import { wire } from "../../schemas/wire.ts"
import { digestible } from "../domain/digestible.ts"
import type { Caller } from "../ports/Caller.ts"
import { logBroken } from "../services/logBroken.ts"
import { type Record, unrecorded, Writes } from "../services/Writes.ts"
import { answeredAt } from "./answerMeta.ts"
import { jsonSchema } from "./jsonSchema.ts"
import { kept } from "./kept.ts"

/** What a call does to the world. The hints follow from it, so they cannot contradict each other. */
export const hints = {
  reads: { readOnlyHint: true, destructiveHint: false, idempotentHint: true },
  creates: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  changes: { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
  removes: { readOnlyHint: false, destructiveHint: true, idempotentHint: true }
} as const

/** The binding of ACP is a part of its own, for agents with keys. */
export type Toolset = PeoplesToolset | "acp"

type Wire<A> = Schema.Codec<A, any>

export interface ToolSpec<Fields extends Schema.Struct.Fields, Output> {
  readonly name: string
  /** Names under which it can be called besides its own; they are not listed. */
  readonly aliases?: ReadonlyArray<string>
  readonly toolset: Toolset
  readonly title: string
  readonly description: string
  /** Camel case here, snake case on the wire. */
  readonly input: Fields
  readonly output: Wire<Output>
  /** `output` as it is listed, where the whole of it would cost too many tokens: less said, and as true. */
  readonly listedOutput?: Schema.Top
  /** `output` encoded by hand, where its schema takes too long for how often it is asked. A test proves them equal. */
  readonly encode?: (output: Output) => { readonly [key: string]: unknown }
  /** Many calls get the very same object: what is made of it is kept with it. */
  readonly repeats?: boolean
  readonly does: keyof typeof hints
  /** What the caller's token must allow. None means that guests may call. */
  readonly scopes: ReadonlyArray<Scope>
  /** Signing in is not needed, but gives more, such as a filled-in address. */
  readonly betterSignedIn?: boolean
  /** Its answer is a secret, which is told once and never kept to be told again. */
  readonly tellsSecret?: boolean
  /** The write takes several transactions, with something outside our database between them. */
  readonly saga?: boolean
  readonly widget?: WidgetName
  /** Widgets of ChatGPT may call it. */
  readonly widgetMayCall?: boolean
  /** What hosts and widgets get beside the answer, and the model does not. */
  readonly meta?: (output: Output) => { readonly [key: string]: unknown } | undefined
  /** Called by widgets only; hidden from the model where the host can. */
  readonly appOnly?: boolean
  /** While it runs, and after; at most 64 characters each. */
  readonly says: readonly [invoking: string, invoked: string]
  /** The id of what was changed, for the audit. */
  readonly subject?: (output: Output) => string
  /** The answer as a text that is complete without a widget. */
  readonly tell: (output: Output) => string
}

export type SecurityScheme =
  | { readonly type: "noauth" }
  | { readonly type: "oauth2"; readonly scopes: ReadonlyArray<string> }

/** A tool as the server sees it: what it shows, and what it runs. */
export interface Tool<out R> {
  readonly name: string
  readonly aliases: ReadonlyArray<string>
  readonly toolset: Toolset
  readonly scopes: ReadonlyArray<Scope>
  readonly reads: boolean
  /** Many calls get the very same result. */
  readonly repeats: boolean
  /** The URI of the widget comes from the build. */
  readonly descriptor: (
    widgetUri: (name: WidgetName) => string | undefined
  ) => Descriptor & { readonly securitySchemes: ReadonlyArray<SecurityScheme> }
  readonly call: (input: unknown) => Effect.Effect<CallToolResult, never, R | Caller | Writes>
}

const schemesOf = ({ betterSignedIn, scopes }: Pick<ToolSpec<any, any>, "scopes" | "betterSignedIn">) => {
  const oauth: SecurityScheme = { type: "oauth2", scopes }
  if (scopes.length > 0) return [oauth]
  return betterSignedIn ? [{ type: "noauth" } as const, oauth] : [{ type: "noauth" } as const]
}

/** A refusal is a result, so that the model can read it and do better. It has no structured content: that describes answers. */
export const refusal = (error: Refusal): CallToolResult => refused(errorBody(error))

const refused = (body: unknown): CallToolResult => ({
  isError: true,
  content: [{ type: "text", text: JSON.stringify(body) }]
})

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

const invalid = (error: Schema.SchemaError, questions: ReadonlyArray<Issue>) => {
  const issues = issuesOf(error.issue).issues.map(({ message, path = [] }) => ({
    path: path.map((step) => (typeof step === "object" ? step.key : step)).join("."),
    message
  }))
  return new Invalid({ issues: withQuestions(issues, questions) })
}

const indigestible = Invalid.of("", "the arguments hold too much, nest too deeply, or have a number that is too large")

/** A span costs as much as a whole small call, so there is none where nobody traces. */
const inSpan =
  (name: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.withFiber((fiber) =>
      fiber.getRef(References.TracerEnabled)
        ? (Effect.withSpan(effect, name, { captureStackTrace: false }) as Effect.Effect<A, E, R>)
        : effect
    )

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" && error !== null && "code" in error && "status" in error

const idempotencyKey = Schema.optionalKey(
  Schema.String.check(isText, Schema.isMinLength(16), Schema.isMaxLength(255)).annotate({
    description: "A random key, such as a UUID. Sent again after a lost answer, the call has one effect and one answer"
  })
)

/** For clients without OAuth: whom a call is for, beside what it asks. */
const signInSession = Schema.optionalKey(
  Schema.String.annotate({ description: "sess_… id, if the user signed in by create_session" })
)

/** What a call brings as its sign-in; undefined when it brings none. */
export const sessionIn = (input: unknown): unknown =>
  typeof input === "object" && input !== null && "sign_in_session" in input ? input.sign_in_session : undefined

/** A tool is one value: its public contract, and the effect that answers it. Writes pass the gate of all writes. */
export const defineTool = <const Fields extends Schema.Struct.Fields, Output, E extends Refusal, R>(
  spec: ToolSpec<Fields, Output>,
  handler: (input: Schema.Struct<Fields>["Type"], record: Record<Output>, again: boolean) => Effect.Effect<Output, E, R>
): Tool<R> => {
  const reads = spec.does === "reads"
  const keyed = !reads && spec.tellsSecret !== true
  const schema = wire({ ...spec.input, ...(keyed && { idempotencyKey }) } as Fields)
  const decode = Schema.decodeUnknownResult(schema as unknown as Wire<Schema.Struct<Fields>["Type"]>, { errors: "all" })
  const encode = spec.encode ?? Schema.encodeSync(spec.output)

  const tell = (output: Output): CallToolResult => {
    const meta = spec.meta?.(output)
    return {
      structuredContent: encode(output),
      content: [{ type: "text", text: spec.tell(output) }],
      ...(meta && { _meta: meta })
    }
  }
  const plain = spec.repeats ? (kept(tell as (output: Output & object) => CallToolResult) as typeof tell) : tell
  const told = (output: Output, millis: number): CallToolResult =>
    spec.widget === undefined ? plain(output) : answeredAt(plain(output), millis)

  const refusedBy = (cause: Cause.Cause<unknown>) => {
    const error = Cause.findErrorOption(cause)
    return refusal(error._tag === "Some" && isRefusal(error.value) ? error.value : new Internal())
  }

  const answerOf = (millis: number) => (exit: Exit.Exit<Output, unknown>) => {
    const body = exit._tag === "Success" ? told(exit.value, millis) : refusedBy(exit.cause)
    const error = exit._tag === "Failure" ? Cause.findErrorOption(exit.cause) : undefined
    const status =
      error === undefined ? 200 : error._tag === "Some" && isRefusal(error.value) ? error.value.status : 500
    return { status, body }
  }

  const write = Effect.fnUntraced(function* (
    given: unknown,
    input: Schema.Struct<Fields>["Type"]
  ): Effect.fn.Return<CallToolResult, KeyInFlight | KeyReused | Unavailable, R | Caller | Writes> {
    const writes = yield* Writes
    const { idempotency_key: key, ...body } = given as { readonly idempotency_key?: string }
    const gate = {
      action: spec.name,
      path: `mcp/${spec.name}`,
      key: keyed ? key : undefined,
      body,
      answer: answerOf(yield* Clock.currentTimeMillis),
      subject: spec.subject ?? (() => "")
    }
    const written = spec.saga
      ? yield* writes.saga(gate, (record, again) => handler(input, record, again))
      : yield* writes.once(gate, handler(input, unrecorded, false))
    return written.body as CallToolResult
  })

  const read = (input: Schema.Struct<Fields>["Type"]) =>
    Clock.clockWith((clock) =>
      Effect.map(handler(input, unrecorded, false), (output) => told(output, clock.currentTimeMillisUnsafe()))
    )

  const answer = (given: unknown): Effect.Effect<CallToolResult, Refusal, R | Caller | Writes> => {
    if (!digestible(given)) return Effect.fail(indigestible)
    const input = decode(given)
    if (Result.isFailure(input)) return Effect.fail(invalid(input.failure, questionsFor(schema, given)))
    return reads ? read(input.success) : write(given, input.success)
  }

  const spanned = inSpan(`tool.${spec.name}`)

  const call = (given: unknown) =>
    spanned(
      // What broke is for the log; the model only reads messages we wrote.
      Effect.catchCause(
        Effect.suspend(() => answer(given)),
        (cause) =>
          Cause.hasDies(cause)
            ? Effect.as(logBroken(spec.name, cause), refusal(new Internal()))
            : Effect.succeed(refusedBy(cause))
      )
    )

  const signsIn = (spec.scopes.length > 0 || spec.betterSignedIn === true) && spec.toolset !== "acp"
  const listed = signsIn ? wire({ ...spec.input, ...(keyed && { idempotencyKey }), signInSession } as Fields) : schema
  const securitySchemes = schemesOf(spec)
  return {
    name: spec.name,
    aliases: spec.aliases ?? [],
    toolset: spec.toolset,
    scopes: spec.scopes,
    reads,
    repeats: spec.repeats ?? false,
    call,
    descriptor: (widgetUri) => {
      const uri = spec.widget && widgetUri(spec.widget)
      const [invoking, invoked] = spec.says
      return {
        name: spec.name,
        title: spec.title,
        description: spec.description,
        inputSchema: jsonSchema(listed, "input"),
        outputSchema: jsonSchema(spec.listedOutput ?? spec.output, "output"),
        annotations: { title: spec.title, ...hints[spec.does], openWorldHint: false },
        securitySchemes,
        _meta: {
          securitySchemes,
          ui: { ...(uri && { resourceUri: uri }), visibility: spec.appOnly ? ["app"] : ["model", "app"] },
          ...(uri && { "openai/outputTemplate": uri }),
          ...(spec.widgetMayCall && { "openai/widgetAccessible": true }),
          "openai/toolInvocation/invoking": invoking,
          "openai/toolInvocation/invoked": invoked
        }
      }
    }
  }
}
