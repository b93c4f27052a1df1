import type { CallToolResult } from "@modelcontextprotocol/server"
import { Cause, Effect, Predicate, Schema } from "effect"
import { BindingAnswer, bindingInput } from "../../../schemas/acp/binding.ts"
import type { Refusal } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import type { Asked } from "../../services/acp/Asked.ts"
import { dialectOf, newest } from "../../services/acp/dialects/index.ts"
import { type Problem, toldOfCause } from "../../services/acp/Problem.ts"
import { logBroken } from "../../services/logBroken.ts"
import type { Written } from "../../services/Writes.ts"
import { jsonSchema } from "../jsonSchema.ts"
import { hints, type Tool, type ToolSpec } from "../Tool.ts"
import { opened, type Takes } from "./envelope.ts"

interface OperationSpec extends Pick<ToolSpec<any, any>, "name" | "title" | "description" | "does" | "says">, Takes {
  /** What the payload may hold, for the list of tools; it is read by the dialect. */
  readonly body?: Schema.Top
}

type Ending = Pick<Written, "status" | "body">

/** A place in the body is one in the payload here. */
const inPayload = (body: unknown): unknown =>
  Predicate.isObject(body) && "param" in body && typeof body.param === "string"
    ? { ...body, param: body.param.replace(/^\$/, "$.payload") }
    : body

/** The binding wants its errors as structured content, other than the rest of our tools. */
const result = (body: unknown, failed: boolean): CallToolResult => ({
  ...(failed && { isError: true }),
  structuredContent: body as Record<string, unknown>,
  content: [{ type: "text", text: JSON.stringify(body) }]
})

const versionIn = (given: unknown) => {
  const meta = Predicate.isObject(given) && "meta" in given ? given.meta : undefined
  return Predicate.isObject(meta) && "api_version" in meta && typeof meta.api_version === "string"
    ? meta.api_version
    : undefined
}

/** An operation of ACP as a tool: the same request as over HTTP, with its headers in `meta` and its body in `payload`. */
export const defineOperation = <R>(
  spec: OperationSpec,
  run: (id: string, asked: Asked) => Effect.Effect<Ending, Problem | Refusal, R | Caller>
): Tool<R> => {
  const failed = (given: unknown) => (cause: Cause.Cause<Problem | Refusal>) => {
    const { refused } = dialectOf(versionIn(given)) ?? newest
    const told = Effect.succeed(result(refused(toldOfCause(cause)).body, true))
    return Cause.hasDies(cause) ? Effect.andThen(logBroken(spec.name, cause), told) : told
  }
  const [invoking, invoked] = spec.says
  return {
    name: spec.name,
    aliases: [],
    toolset: "acp",
    scopes: [],
    reads: spec.does === "reads",
    repeats: false,
    call: (given) =>
      opened(given, spec).pipe(
        Effect.flatMap(({ asked, id }) => run(id, asked)),
        Effect.map(({ body, status }) => (status >= 400 ? result(inPayload(body), true) : result(body, false))),
        Effect.catchCause(failed(given))
      ),
    descriptor: () => ({
      name: spec.name,
      title: spec.title,
      description: spec.description,
      inputSchema: jsonSchema(bindingInput(spec, spec.body ?? Schema.Unknown), "input"),
      outputSchema: jsonSchema(BindingAnswer, "output"),
      annotations: { title: spec.title, ...hints[spec.does], openWorldHint: false },
      // The key of the connection is the agent's; nothing is asked for per tool.
      securitySchemes: [],
      _meta: {
        ui: { visibility: ["model", "app"] },
        "openai/toolInvocation/invoking": invoking,
        "openai/toolInvocation/invoked": invoked
      }
    })
  }
}
