import type { CallToolResult } from "@modelcontextprotocol/server"
import { Context, Effect, Option, Tracer } from "effect"
import { Invalid, type Refusal } from "../../schemas/errors.ts"
import { Caller } from "../ports/Caller.ts"
import { Journal } from "../services/Journal.ts"
import { SignInSessions } from "../services/SignInSessions.ts"
import type { Writes } from "../services/Writes.ts"
import { answeredWith } from "./answerMeta.ts"
import { challenge, challengeAfter } from "./Challenge.ts"
import { refusal, sessionIn, type Tool } from "./Tool.ts"

const notText = Invalid.of("sign_in_session", "Expected string")

/** The services of the tools, with the span of the request. Contexts as large as these take too long to merge. */
const inside = <A>(services: Context.Context<A>, request: Context.Context<never>): Context.Context<A> => {
  const span = Context.getOption(request, Tracer.ParentSpan)
  return Option.isNone(span) ? services : (Context.add(services, Tracer.ParentSpan, span.value) as Context.Context<A>)
}

/** How a call ended, by the code of what refused it. */
const codeOf = ({ content: [first], isError }: CallToolResult): string =>
  isError !== true ? "done" : (first?.type === "text" && /"code":"(\w+)"/.exec(first.text)?.[1]) || "refused"

/** Tools by every name they can be called by, with the services they need at hand. */
export const makeRunner = Effect.fnUntraced(function* <R>(tools: ReadonlyArray<Tool<R>>, resourceMetadata: string) {
  const services = yield* Effect.context<Exclude<R, Caller> | Writes>()
  const journal = yield* Journal
  const sessions = yield* SignInSessions
  const byName = new Map(tools.flatMap((tool) => [tool.name, ...tool.aliases].map((name) => [name, tool] as const)))

  const names = tools.map(({ name }) => name)

  /** The answer of a tool to this caller: a challenge where a scope is missing. */
  const run = (tool: Tool<R>, input: unknown, who: Caller["Service"]): Effect.Effect<CallToolResult> => {
    const refused = challenge(tool, who.viewer, resourceMetadata)
    if (refused !== undefined) {
      return Effect.as(journal.note(who, { action: tool.name, outcome: codeOf(refused.result) }), refused.result)
    }
    const context = Context.add(services, Caller, who) as unknown as Context.Context<R | Caller | Writes>
    const called = Effect.map(
      Effect.updateContext(tool.call(input), (request: Context.Context<never>) => inside(context, request)),
      (result) => answeredWith(result, names)
    )
    // Writes leave their own trace; reads declare all that they need.
    return tool.reads
      ? Effect.tap(called, (result) => journal.note(who, { action: tool.name, outcome: codeOf(result) }))
      : Effect.map(called, (result) => challengeAfter(result, resourceMetadata)?.result ?? result)
  }

  const refused = (tool: Tool<R>, who: Caller["Service"], error: Refusal) =>
    Effect.as(journal.note(who, { action: tool.name, outcome: error.code }), refusal(error))

  /** The same for a caller who may bring the id of a sign-in with the call; a token counts more. */
  const runFor = (tool: Tool<R>, given: unknown, who: Caller["Service"]): Effect.Effect<CallToolResult> => {
    const handle = sessionIn(given)
    if (handle === undefined) return run(tool, given, who)
    // Whoever says it wrongly is not taken for a guest.
    if (typeof handle !== "string") return refused(tool, who, notText)
    const { sign_in_session: _, ...input } = given as Readonly<Record<string, unknown>>
    if (who.viewer._tag !== "Guest") return run(tool, input, who)
    return sessions.viewer(handle).pipe(
      Effect.provideService(Caller, who),
      Effect.matchEffect({
        onFailure: (error) => refused(tool, who, error),
        onSuccess: (viewer) => run(tool, input, { ...who, viewer })
      })
    )
  }

  /** The same for the official server. A read stops when its reader leaves; what changes the world goes on to its end. */
  const promise = (name: string, input: unknown, who: Caller["Service"], signal: AbortSignal) => {
    const tool = byName.get(name)
    return tool && Effect.runPromise(runFor(tool, input, who), tool.reads ? { signal } : {})
  }

  return { byName, run: runFor, promise }
})
