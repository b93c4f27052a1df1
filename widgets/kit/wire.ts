export type Json = Record<string, unknown>

/** The part of `window` a widget speaks through, so that a test can stand in for it. */
export interface FrameWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void }
  addEventListener(type: "message", listener: (event: { source: unknown; data: unknown }) => void): void
}

/** Answers a message of the host. Only requests (messages with an id) get what it returns; undefined means "no such method". */
export type Receive = (method: string, params: Json) => Promise<Json | undefined> | Json | undefined

export interface Wire {
  readonly request: (method: string, params?: Json, timeoutMs?: number) => Promise<Json>
  readonly notify: (method: string, params?: Json) => void
}

interface Pending {
  readonly succeed: (result: Json) => void
  readonly fail: (error: Error) => void
  readonly timer: ReturnType<typeof setTimeout>
}

const record = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {})

/** JSON-RPC 2.0 with the parent window, and with nobody else. */
export const createWire = (win: FrameWindow, receive: Receive): Wire => {
  const parent = win.parent
  const pending = new Map<unknown, Pending>()
  let sequence = 0

  const post = (message: Json) => parent.postMessage({ jsonrpc: "2.0", ...message }, "*")

  const settle = (message: Json) => {
    const entry = pending.get(message.id)
    if (entry === undefined) return
    pending.delete(message.id)
    clearTimeout(entry.timer)
    if (message.error === undefined) return entry.succeed(record(message.result))
    entry.fail(new Error(String(record(message.error).message ?? "The request failed")))
  }

  win.addEventListener("message", async (event) => {
    if (event.source !== parent) return
    const message = record(event.data)
    if (message.jsonrpc !== "2.0") return
    if (typeof message.method !== "string") return settle(message)
    const result = await receive(message.method, record(message.params))
    if (message.id === undefined) return
    post(
      result === undefined
        ? { id: message.id, error: { code: -32601, message: "Method not found" } }
        : { id: message.id, result }
    )
  })

  return {
    notify: (method, params = {}) => post({ method, params }),
    request: (method, params = {}, timeoutMs = 60_000) =>
      new Promise((succeed, fail) => {
        const id = ++sequence
        const timer = setTimeout(() => {
          pending.delete(id)
          fail(new Error(`${method} timed out`))
        }, timeoutMs)
        pending.set(id, { succeed, fail, timer })
        post({ id, method, params })
      })
  }
}
