import { useRef, useState } from "react"
import { newKey } from "../kit/newKey.ts"
import { useAct } from "../kit/useAct.ts"
import { useCallTool } from "../kit/useCallTool.ts"
import { useOffered } from "../kit/useOffered.ts"
import type { Ready } from "../kit/useView.ts"
import { type Order, read } from "./read.ts"
import { useStill } from "./useStill.ts"

/** Calling an order off, with a reason where the buyer gives one. Undefined where that is not possible. */
export const useCancel = ({ become, refresh, value: order }: Ready<Order>) => {
  const call = useCallTool()
  const offered = useOffered()("cancel_order")
  const still = useStill(order.cancelable_until)
  const act = useAct()
  const [reason, setReason] = useState("")
  const intent = useRef<{ readonly reason: string; readonly key: string }>(undefined)
  if (call === undefined || !offered || !still || order.status === "cancelled") return undefined

  /** The same words again are the same act; other words are another. */
  const keyFor = (said: string) => {
    if (intent.current?.reason !== said) intent.current = { reason: said, key: newKey() }
    return intent.current.key
  }

  const cancel = () => {
    const said = reason.trim()
    return act.run("cancel", async () => {
      const args = { order_id: order.id, ...(said !== "" && { reason: said }), idempotency_key: keyFor(said) }
      const cancelled = read(await call("cancel_order", args))
      if (cancelled === undefined) await refresh?.()
      else become(cancelled)
    })
  }

  return { busy: act.doing !== undefined, failure: act.failure, forget: act.forget, reason, setReason, cancel }
}
export type Cancelling = NonNullable<ReturnType<typeof useCancel>>
