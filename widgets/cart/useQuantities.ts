import { useRef, useState } from "react"
import { isUnclear } from "../kit/isUnclear.ts"
import type { Ready } from "../kit/useView.ts"
import { useWrite } from "../kit/useWrite.ts"
import { nameOf, type Put } from "./lines.ts"
import { type CartView, read } from "./read.ts"

export interface Quantities {
  /** What was asked of a line and is not answered yet. */
  readonly wanted: ReadonlyMap<string, number>
  readonly busy: boolean
  readonly failure: { readonly message: string; readonly retry: (() => void) | undefined } | undefined
  /** Ends when all that was asked until then is answered; false when it was refused. */
  readonly set: (puts: ReadonlyArray<Put>) => Promise<boolean>
}

/**
 * Changes go to the server one call after the other. What is asked while one is under way waits and goes together, each
 * line as it was asked last; what is shown is what the server answered last.
 */
export const useQuantities = ({ become, refresh, value }: Ready<CartView>): Quantities => {
  const write = useWrite()
  const waiting = useRef(new Map<string, Put>())
  const sent = useRef<ReadonlyArray<Put>>([])
  const running = useRef<Promise<boolean>>(undefined)
  const [wanted, setWanted] = useState<ReadonlyMap<string, number>>(new Map())
  const [failure, setFailure] = useState<Quantities["failure"]>()
  const latest = useRef(become)
  latest.current = become

  const send = async () => {
    while (waiting.current.size > 0) {
      sent.current = [...waiting.current.values()]
      waiting.current.clear()
      const cart = read(await write?.("update_cart", { cart_id: value.cart_id, lines: sent.current }))
      if (cart !== undefined) latest.current(cart)
    }
  }

  const run = async () => {
    try {
      await send()
      return true
    } catch (error) {
      const undone = [...sent.current, ...waiting.current.values()]
      waiting.current.clear()
      setFailure({
        message: (error as Error).message,
        retry: isUnclear(error) ? () => void set(undone) : undefined
      })
      refresh?.()
      return false
    } finally {
      running.current = undefined
      setWanted(new Map())
    }
  }

  const set = (puts: ReadonlyArray<Put>): Promise<boolean> => {
    setFailure(undefined)
    for (const line of puts) waiting.current.set(nameOf(line), line)
    setWanted((before) => new Map([...before, ...puts.map((line) => [nameOf(line), line.quantity] as const)]))
    running.current ??= run()
    return running.current
  }

  return { wanted, busy: wanted.size > 0, failure, set }
}
