import { createCaller } from "./createCaller.ts"
import { type Context, learn } from "./learn.ts"
import type { Mcp } from "./mcp.ts"
import { outcomeOf } from "./outcomeOf.ts"
import { createStore, type Store } from "./store.ts"
import type { Called, Said, Turn } from "./Turn.ts"
import { understand } from "./understand.ts"

export interface Conversation {
  readonly turns: Store<ReadonlyArray<Turn>>
  /** What is heard by those who do not see. */
  readonly heard: Store<string>
  readonly busy: Store<boolean>
  readonly context: Store<Context>
  readonly say: (text: string, byCard?: boolean) => Promise<void>
  /** The same call again, in its place. */
  readonly again: (id: number) => Promise<void>
  readonly callFromCard: ReturnType<typeof createCaller>["call"]
  readonly learnFromCard: (facts: unknown) => void
  readonly remove: (id: number) => void
  readonly clear: () => void
}

/** The chat: what is said, which tools that becomes, and what they answered. */
export const createConversation = (mcp: Mcp): Conversation => {
  const turns = createStore<ReadonlyArray<Turn>>([])
  const heard = createStore("")
  const busy = createStore(false)
  const context = createStore<Context>({})
  const caller = createCaller(mcp, context)
  let last = 0

  const add = (turn: Omit<Said, "id"> | Omit<Called, "id">): Turn => {
    const added = { ...turn, id: ++last } as Turn
    turns.set((all) => [...all, added])
    return added
  }
  const become = (turn: Turn) => turns.set((all) => all.map((each) => (each.id === turn.id ? turn : each)))
  const reply = (text: string) => {
    add({ kind: "reply", text })
    heard.set(() => text)
  }

  const run = async ({ arguments: args, id, kind, name, title }: Called) => {
    const begun: Called = { id, kind, name, title, arguments: args, state: "running" }
    become(begun)
    const ended = { ...begun, ...(await outcomeOf(mcp, caller, begun)) }
    become(ended)
    heard.set(() => ended.failure?.message ?? ended.text?.split("\n")[0] ?? "")
  }

  const answer = async (said: string) => {
    const { arguments: args = {}, reply: words, tool: name } = await understand(said, context.get())
    if (words !== undefined) reply(words)
    if (name === undefined) return
    const title = (await mcp.tools()).find((tool) => tool.name === name)?.title ?? name
    await run(add({ kind: "call", name, title, arguments: args, state: "running" }) as Called)
  }

  return {
    turns,
    heard,
    busy,
    context,
    say: async (text, byCard = false) => {
      const said = text.trim()
      if (said === "") return
      add({ kind: "person", text: said, ...(byCard && { byCard }) })
      busy.set(() => true)
      await answer(said).catch((error: Error) => reply(error.message))
      busy.set(() => false)
    },
    again: async (id) => {
      const turn = turns.get().find((each) => each.id === id)
      if (turn?.kind === "call") await run(turn)
    },
    callFromCard: caller.call,
    learnFromCard: (facts) => context.set((known) => learn(known, facts)),
    remove: (id) => turns.set((all) => all.filter((turn) => turn.id !== id)),
    clear: () => {
      turns.set(() => [])
      context.set(() => ({}))
      caller.forget()
    }
  }
}
