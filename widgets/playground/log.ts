import { createStore, type Store } from "./store.ts"

export type Side = "server" | "widget"

/** One message, as it went over the wire. */
export interface Entry {
  readonly id: number
  readonly at: number
  /** Whom the page spoke with. */
  readonly side: Side
  /** The widget, when it is one. */
  readonly name: string
  readonly sent: boolean
  readonly title: string
  readonly message: unknown
}

export interface Log {
  readonly entries: Store<ReadonlyArray<Entry>>
  readonly note: (side: Side, name: string, sent: boolean, message: unknown) => void
  readonly clear: () => void
}

const MOST = 400

interface Rpc {
  readonly id?: unknown
  readonly method?: string
  readonly params?: { readonly name?: unknown; readonly uri?: unknown }
  readonly error?: { readonly message?: unknown }
  readonly result?: { readonly isError?: boolean }
}

/** What a message is about, in a few words; answers by the request they are to. */
const titleOf = (message: Rpc, asked: Map<unknown, string>) => {
  const { error, id, method, params, result } = message
  if (method !== undefined) {
    const about = params?.name ?? params?.uri
    const short = method.replace(/^(?:ui\/)?notifications\//, "")
    const title = typeof about === "string" ? `${short} ${about}` : short
    if (id !== undefined) asked.set(id, title)
    return title
  }
  const request = asked.get(id) ?? "answer"
  asked.delete(id)
  return `${request} ${error === undefined ? (result?.isError === true ? "refused" : "answered") : "failed"}`
}

/** Every message between the page and the server, and between the page and its widgets: the last few hundred. */
export const createLog = (): Log => {
  const entries = createStore<ReadonlyArray<Entry>>([])
  const asked = new Map<string, Map<unknown, string>>()
  let last = 0
  return {
    entries,
    note: (side, name, sent, message) => {
      const rpc = message as Rpc
      // An answer that came belongs to a request that was sent, and the other way round.
      const key = `${side} ${name} ${sent === (rpc.method !== undefined)}`
      const open = asked.get(key) ?? new Map<unknown, string>()
      asked.set(key, open)
      const entry = { id: ++last, at: Date.now(), side, name, sent, title: titleOf(rpc, open), message }
      entries.set((all) => [...all.slice(1 - MOST), entry])
    },
    clear: () => entries.set(() => [])
  }
}
