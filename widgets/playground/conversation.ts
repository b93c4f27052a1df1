import type { CallToolResult, Tool } from "@modelcontextprotocol/client"
import { type Failure, failureOf, textOf } from "./failure.ts"
import { type Context, learn } from "./learn.ts"
import type { Mcp } from "./mcp.ts"
import { createStore, type Store } from "./store.ts"
import type { WidgetResource } from "./WidgetResource.ts"

type Json = Record<string, unknown>

interface Said {
  readonly id: number
  readonly kind: "person" | "reply"
  readonly text: string
  /** Said by a card in the person's name. */
  readonly byCard?: boolean
}

export interface Called {
  readonly id: number
  readonly kind: "call"
  readonly name: string
  readonly title: string
  readonly arguments: Json
  readonly state: "running" | "done" | "refused"
  readonly result?: CallToolResult
  readonly text?: string
  readonly failure?: Failure
  readonly widget?: WidgetResource & { readonly name: string }
  readonly milliseconds?: number
}

export type Turn = Said | Called

export interface Conversation {
  readonly turns: Store<ReadonlyArray<Turn>>
  /** What is heard by those who do not see. */
  readonly heard: Store<string>
  readonly busy: Store<boolean>
  readonly context: Store<Context>
  readonly say: (text: string, byCard?: boolean) => Promise<void>
  /** The same call again, in its place. */
  readonly again: (id: number) => Promise<void>
  readonly callFromCard: (name: string, args: Json) => Promise<CallToolResult>
  readonly learnFromCard: (facts: unknown) => void
  readonly remove: (id: number) => void
  readonly clear: () => void
}

const MOST_WORDS = 500

interface Intent {
  readonly reply?: string
  readonly tool?: string
  readonly arguments?: Json
}

const uriOf = (tool: Tool | undefined): string | undefined => {
  const uri = (tool?._meta?.ui as { readonly resourceUri?: unknown } | undefined)?.resourceUri
  return typeof uri === "string" ? uri : undefined
}

/** The sign-in that an answer tells of, once it is done. */
const signInOf = (answer: unknown): string | undefined => {
  const { session } = (answer ?? {}) as { readonly session?: { readonly id?: unknown; readonly status?: unknown } }
  return session?.status === "authenticated" && typeof session.id === "string" ? session.id : undefined
}

const widgetName = (uri: string) => /([\w-]+?)(?:\.[0-9a-f]{12})?\.html$/.exec(uri)?.[1] ?? "widget"

/** The chat: what is said, which tools that becomes, and what they answered. */
export const createConversation = (mcp: Mcp): Conversation => {
  const turns = createStore<ReadonlyArray<Turn>>([])
  const heard = createStore("")
  const busy = createStore(false)
  const context = createStore<Context>({})
  let last = 0
  let signedIn: string | undefined
  mcp.account.subscribe(() => {
    signedIn = undefined
  })

  /** Whoever signed in by a card brings that sign-in along, where a tool takes it. */
  const withSignIn = (tool: Tool | undefined, args: Json): Json =>
    signedIn !== undefined && mcp.account.get() === undefined && tool?.inputSchema.properties?.sign_in_session
      ? { sign_in_session: signedIn, ...args }
      : args

  const call = async (name: string, args: Json): Promise<CallToolResult> => {
    const tool = (await mcp.tools()).find((each) => each.name === name)
    const result = await mcp.call(name, withSignIn(tool, args))
    if (result.isError === true) return result
    context.set((known) => learn(known, result.structuredContent))
    signedIn = signInOf(result.structuredContent) ?? signedIn
    return result
  }

  const add = <T extends Turn>(turn: Omit<T, "id">): number => {
    const id = ++last
    turns.set((all) => [...all, { ...turn, id } as unknown as Turn])
    return id
  }
  const change = (id: number, patch: Partial<Called>) =>
    turns.set((all) => all.map((turn) => (turn.id === id ? ({ ...turn, ...patch } as Turn) : turn)))
  const reply = (text: string) => {
    add<Said>({ kind: "reply", text })
    heard.set(() => text)
  }

  const understand = async (text: string): Promise<Intent> => {
    const answer = await fetch("/playground/say", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: text.slice(0, MOST_WORDS), context: context.get() })
    })
    const body = await answer.json()
    if (!answer.ok) throw new Error(body?.error?.message ?? "The server did not understand. Try again.")
    return body
  }

  /** Calls the tool of a turn and shows how it ended. */
  const run = async (id: number, name: string, args: Json) => {
    const began = performance.now()
    turns.set((all) =>
      all.map((turn) =>
        turn.id === id && turn.kind === "call"
          ? { id, kind: "call", name, title: turn.title, arguments: args, state: "running" }
          : turn
      )
    )
    try {
      const tool = (await mcp.tools()).find((each) => each.name === name)
      if (tool === undefined) {
        const message = `This server has no tool called ${name}. Ask for something else, or say “help”.`
        heard.set(() => message)
        return change(id, { state: "refused", failure: { code: "NO_TOOL", message, details: {} } })
      }
      const result = await call(name, args)
      const milliseconds = Math.round(performance.now() - began)
      if (result.isError === true) {
        const failure = failureOf(result)
        heard.set(() => failure.message)
        return change(id, { state: "refused", result, failure, milliseconds })
      }
      const uri = uriOf(tool)
      const widget = uri === undefined ? undefined : await mcp.widget(uri).catch(() => undefined)
      const text = textOf(result)
      heard.set(() => text.split("\n")[0] ?? "")
      change(id, {
        state: "done",
        result,
        text,
        milliseconds,
        ...(widget !== undefined && { widget: { ...widget, name: widgetName(uri!) } })
      })
    } catch (error) {
      const failure = { code: "", message: (error as Error).message, details: {} }
      heard.set(() => failure.message)
      change(id, { state: "refused", failure })
    }
  }

  const say = async (text: string, byCard = false) => {
    const said = text.trim()
    if (said === "") return
    add<Said>({ kind: "person", text: said, ...(byCard && { byCard }) })
    busy.set(() => true)
    try {
      const intent = await understand(said)
      if (intent.reply !== undefined) reply(intent.reply)
      if (intent.tool === undefined) return
      const name = intent.tool
      const args = intent.arguments ?? {}
      const title = (await mcp.tools()).find((tool) => tool.name === name)?.title ?? name
      await run(add<Called>({ kind: "call", name, title, arguments: args, state: "running" }), name, args)
    } catch (error) {
      reply((error as Error).message)
    } finally {
      busy.set(() => false)
    }
  }

  return {
    turns,
    heard,
    busy,
    context,
    say,
    again: async (id) => {
      const turn = turns.get().find((each) => each.id === id)
      if (turn?.kind === "call") await run(id, turn.name, turn.arguments)
    },
    callFromCard: call,
    learnFromCard: (facts) => context.set((known) => learn(known, facts)),
    remove: (id) => turns.set((all) => all.filter((turn) => turn.id !== id)),
    clear: () => {
      turns.set(() => [])
      context.set(() => ({}))
      signedIn = undefined
    }
  }
}
