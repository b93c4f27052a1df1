import { type Bridge, createBridge } from "./bridge.ts"
import type { HostCapabilities, HostContext, ToolResult } from "./hostWords.ts"
import { onOpenaiGlobals, openaiGlobals } from "./openaiGlobals.ts"
import type { Json } from "./wire.ts"

/** All a widget knows of its host at one moment. */
export interface Moment {
  readonly connection: "connecting" | "connected" | "failed"
  readonly capabilities: HostCapabilities
  readonly context: HostContext
  readonly input: Json
  readonly result?: ToolResult
  /** How many results came so far: a new one begins the view anew. */
  readonly turn: number
  readonly cancelled: boolean
}

export interface Session {
  readonly bridge: Bridge
  readonly now: () => Moment
  readonly subscribe: (listener: () => void) => () => void
  readonly connect: () => Promise<void>
}

const CONNECT_TIMEOUT_MS = 10_000

/** Keeps the latest word of the host and tells whoever listens. */
export const createSession = (name: string, version: string): Session => {
  const listeners = new Set<() => void>()
  let moment: Moment = {
    connection: "connecting",
    capabilities: {},
    context: {},
    input: {},
    turn: 0,
    cancelled: false
  }

  const become = (patch: Partial<Moment>) => {
    moment = { ...moment, ...patch }
    for (const listener of listeners) listener()
  }

  const bridge = createBridge({
    name,
    version,
    onInput: (input) => become({ input }),
    onResult: (result) => become({ result, turn: moment.turn + 1, cancelled: false }),
    onCancelled: () => become({ cancelled: true }),
    onContext: (context) => become({ context })
  })

  const takeGlobals = () => {
    const { toolInput, toolOutput } = openaiGlobals()
    if (moment.result !== undefined || toolOutput === undefined || toolOutput === null) return
    become({ result: { structuredContent: toolOutput }, input: { ...toolInput, ...moment.input } })
  }
  takeGlobals()
  onOpenaiGlobals(takeGlobals)

  return {
    bridge,
    now: () => moment,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connect: async () => {
      become({ connection: "connecting" })
      try {
        const capabilities = await bridge.connect(CONNECT_TIMEOUT_MS)
        become({ connection: "connected", capabilities })
      } catch {
        become({ connection: "failed" })
      }
    }
  }
}
