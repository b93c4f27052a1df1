import type { CallToolResult, Tool } from "@modelcontextprotocol/client"
import { type Context, learn } from "./learn.ts"
import type { Mcp } from "./mcp.ts"
import type { Store } from "./store.ts"
import type { Json } from "./Turn.ts"

export interface Caller {
  readonly call: (name: string, args: Json) => Promise<CallToolResult>
  readonly forget: () => void
}

/** The sign-in that an answer tells of, once it is done. */
const signInOf = (answer: unknown): string | undefined => {
  const { session } = (answer ?? {}) as { readonly session?: { readonly id?: unknown; readonly status?: unknown } }
  return session?.status === "authenticated" && typeof session.id === "string" ? session.id : undefined
}

/** Calls tools for the chat and for its cards, and keeps what their answers tell. */
export const createCaller = (mcp: Mcp, context: Store<Context>): Caller => {
  let signedIn: string | undefined
  const forget = () => {
    signedIn = undefined
  }
  mcp.account.subscribe(forget)

  /** Whoever signed in by a card brings that sign-in along, where a tool takes it. */
  const withSignIn = (tool: Tool | undefined, args: Json): Json =>
    signedIn !== undefined && mcp.account.get() === undefined && tool?.inputSchema.properties?.sign_in_session
      ? { sign_in_session: signedIn, ...args }
      : args

  return {
    forget,
    call: async (name, args) => {
      const tool = (await mcp.tools()).find((each) => each.name === name)
      const result = await mcp.call(name, withSignIn(tool, args))
      if (result.isError === true) return result
      context.set((known) => learn(known, result.structuredContent))
      signedIn = signInOf(result.structuredContent) ?? signedIn
      return result
    }
  }
}
