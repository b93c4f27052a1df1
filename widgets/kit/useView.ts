import { useEffect, useRef, useState } from "react"
import type { Refused } from "./Refused.ts"
import { useCallForResult } from "./useCallTool.ts"
import { useMoment } from "./useMoment.ts"
import { useOffered } from "./useOffered.ts"
import { useSession } from "./useSession.ts"
import { useToolOutput } from "./useToolOutput.ts"
import { useWidgetState } from "./useWidgetState.ts"
import type { Json } from "./wire.ts"

export interface Call {
  readonly name: string
  readonly args: Json
}

/** What a widget shows, and how to read it again. */
export interface Reading<A> {
  /** Undefined for what cannot be drawn. `meta` is what the server says beside an answer. */
  readonly decode: (content: unknown, meta: Json) => A | undefined
  /** The call that reads it again, by what is shown, else by what was asked or kept; undefined when nothing says which. */
  readonly again: (known: { readonly value?: A; readonly input: Json; readonly kept: Json }) => Call | undefined
  /** What to keep with the host, so that it can be read again after idle: ids. */
  readonly keeps?: (value: A) => Json
}

export type View<A> =
  | { readonly state: "waiting" | "cancelled" | "unreachable" }
  | { readonly state: "failed"; readonly message: string; readonly retry: (() => void) | undefined }
  | Ready<A>

export interface Ready<A> {
  readonly state: "ready"
  readonly value: A
  /** Each answer of the host begins anew; what was typed before belongs to the elder one. */
  readonly turn: number
  /** It is being read again. */
  readonly busy: boolean
  /** It could not be read again, and is older than it should be. */
  readonly old: boolean
  /** Shows another value: what a tool answered meanwhile. */
  readonly become: (value: A) => void
  readonly refresh: (() => Promise<void>) | undefined
}

/** Older answers are read again before anybody acts on them. */
const FRESH_MS = 60_000
/** A host that brings a widget back without its answer has said all it will say by then. */
const PATIENCE_MS = 3_000

/** The answer of the tool, kept true: read again when it is old, when the page comes back, and when it never came. */
export const useView = <A>({ again, decode, keeps }: Reading<A>): View<A> => {
  const output = useToolOutput(decode)
  const { answer, connection, input, turn } = useMoment()
  const session = useSession()
  const call = useCallForResult()
  const offered = useOffered()
  const [kept, keep] = useWidgetState()
  const [held, hold] = useState<{ readonly turn: number; readonly value: A }>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Refused>()
  const readAt = useRef<number>(undefined)
  const changes = useRef(0)

  const given = output.state === "ready" ? output.value : undefined
  const value = held?.turn === turn ? held.value : given
  const wanted = again({ ...(value !== undefined && { value }), input, kept })
  const can = call !== undefined && wanted !== undefined && offered(wanted.name)

  const become = (next: A) => {
    changes.current++
    readAt.current = Date.now()
    setTrouble(undefined)
    hold({ turn, value: next })
    if (keeps !== undefined) keep(keeps(next))
  }

  const read = async () => {
    if (!can || busy) return
    setBusy(true)
    const before = changes.current
    try {
      const { _meta = {}, structuredContent } = await call(wanted.name, wanted.args)
      session.heard(_meta)
      const fresh = decode(structuredContent, _meta)
      // What a tool answered meanwhile is younger than what was read.
      if (fresh !== undefined && before === changes.current) become(fresh)
    } catch (error) {
      setTrouble(error as Refused)
    } finally {
      setBusy(false)
    }
  }
  const latest = useRef(read)
  latest.current = read

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer, and when the host is there.
  useEffect(() => {
    readAt.current = answer.at ?? Date.now()
    if (connection !== "connected" || output.state !== "ready") return
    if (keeps !== undefined && given !== undefined) keep(keeps(given))
    if (Math.abs(Date.now() - readAt.current) > FRESH_MS) latest.current()
  }, [turn, connection, output.state])

  useEffect(() => {
    const back = () => {
      if (document.visibilityState !== "visible" || readAt.current === undefined) return
      if (Date.now() - readAt.current > FRESH_MS) latest.current()
    }
    document.addEventListener("visibilitychange", back)
    return () => document.removeEventListener("visibilitychange", back)
  }, [])

  const lost = connection === "connected" && output.state === "waiting" && value === undefined && can
  useEffect(() => {
    if (!lost) return
    const timer = setTimeout(() => latest.current(), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [lost])

  if (value !== undefined) {
    return {
      state: "ready",
      value,
      turn,
      busy,
      old: trouble !== undefined,
      become,
      refresh: can ? () => latest.current() : undefined
    }
  }
  const retry = can ? () => void latest.current() : undefined
  if (output.state === "failed") return { state: "failed", message: trouble?.message ?? output.message, retry }
  if (trouble !== undefined) return { state: "failed", message: trouble.message, retry }
  return { state: output.state === "ready" ? "waiting" : output.state }
}
