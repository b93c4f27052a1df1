import { type Answer, answerMeta } from "./answerMeta.ts"
import { type Bridge, createBridge } from "./bridge.ts"
import type { HostCapabilities, HostContext, ToolResult } from "./hostWords.ts"
import { onOpenaiGlobals, openaiGlobals } from "./openaiGlobals.ts"
import { openaiHost } from "./openaiHost.ts"
import type { Json } from "./wire.ts"

/** All a widget knows of its host at one moment. */
export interface Moment {
  readonly connection: "connecting" | "connected" | "failed"
  readonly capabilities: HostCapabilities
  readonly context: HostContext
  readonly input: Json
  readonly result?: ToolResult
  /** What the server said beside the result. */
  readonly answer: Answer
  /** How many results came so far: a new one begins the view anew. */
  readonly turn: number
  readonly cancelled: boolean
  /** What the widget kept when it was last shown, where the host keeps such things. */
  readonly kept: Json
}

export interface Session {
  /** What the host does for us. */
  readonly host: () => Omit<Bridge, "connect">
  readonly now: () => Moment
  readonly subscribe: (listener: () => void) => () => void
  readonly connect: () => Promise<void>
  readonly keep: (state: Json) => void
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
    answer: {},
    turn: 0,
    cancelled: false,
    kept: {}
  }

  const become = (patch: Partial<Moment>) => {
    moment = { ...moment, ...patch }
    for (const listener of listeners) listener()
  }

  const bridge = createBridge({
    name,
    version,
    onInput: (input) => become({ input }),
    onResult: (result) => become({ result, answer: answerMeta(result._meta), turn: moment.turn + 1, cancelled: false }),
    onCancelled: () => become({ cancelled: true }),
    onContext: (context) => become({ context: { ...moment.context, ...context } })
  })
  let host: Omit<Bridge, "connect"> = bridge

  const takeGlobals = () => {
    const { displayMode, locale, theme, toolInput, toolOutput, toolResponseMetadata, widgetState } = openaiGlobals()
    const context = { ...(theme && { theme }), ...(locale && { locale }), ...(displayMode && { displayMode }) }
    become({ context: { ...context, ...moment.context }, ...(widgetState && { kept: widgetState }) })
    if (moment.result !== undefined || toolOutput === undefined || toolOutput === null) return
    const _meta = toolResponseMetadata?.mcp_tool_result?._meta
    become({
      result: { structuredContent: toolOutput, ...(_meta && { _meta }) },
      answer: answerMeta(_meta),
      input: { ...toolInput, ...moment.input }
    })
  }
  takeGlobals()
  onOpenaiGlobals(takeGlobals)

  return {
    host: () => host,
    now: () => moment,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep: (state) => {
      become({ kept: state })
      openaiGlobals().setWidgetState?.(state)
    },
    connect: async () => {
      become({ connection: "connecting" })
      try {
        const capabilities = await bridge.connect(CONNECT_TIMEOUT_MS)
        become({ connection: "connected", capabilities })
      } catch {
        const other = openaiHost()
        if (other !== undefined) host = other.acts
        become(
          other === undefined ? { connection: "failed" } : { connection: "connected", capabilities: other.capabilities }
        )
      }
    }
  }
}
