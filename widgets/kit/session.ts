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
  /** Takes over what the server said beside an answer that was read from here. */
  readonly heard: (meta: Json) => void
}

const CONNECT_TIMEOUT_MS = 10_000

/** A host may hand over a copy of what it said before, which is nothing new. */
const isSame = (elder: unknown, output: unknown) => elder === output || JSON.stringify(elder) === JSON.stringify(output)

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

  // What the bridge says goes before what ChatGPT's own way says; each is kept apart, as either may change later.
  let said: { readonly context?: HostContext; readonly input?: Json; readonly result?: ToolResult } = {}
  let globals: HostContext = {}
  let output: unknown

  const bridge = createBridge({
    name,
    version,
    onInput: (input) => {
      said = { ...said, input }
      become({ input })
    },
    onResult: (result) => {
      said = { ...said, result }
      become({ result, answer: answerMeta(result._meta), turn: moment.turn + 1, cancelled: false })
    },
    onCancelled: () => become({ cancelled: true }),
    onContext: (context) => {
      said = { ...said, context }
      become({ context: { ...globals, ...context } })
    }
  })
  let host: Omit<Bridge, "connect"> = bridge

  const takeGlobals = () => {
    const { displayMode, locale, theme, toolInput, toolOutput, toolResponseMetadata, widgetState } = openaiGlobals()
    globals = { ...(theme && { theme }), ...(locale && { locale }), ...(displayMode && { displayMode }) }
    become({
      context: { ...globals, ...said.context },
      input: said.input ?? toolInput ?? {},
      ...(widgetState && { kept: widgetState })
    })
    if (said.result !== undefined || toolOutput === undefined || toolOutput === null) return
    const isNew = !isSame(output, toolOutput)
    output = toolOutput
    const _meta = toolResponseMetadata?.mcp_tool_result?._meta
    become({
      result: { structuredContent: toolOutput, ...(_meta && { _meta }) },
      ...((isNew || _meta) && { answer: answerMeta(_meta) }),
      ...(isNew && { turn: moment.turn + 1, cancelled: false })
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
    heard: (meta) => become({ answer: { ...moment.answer, ...answerMeta(meta) } }),
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
