import { useState } from "react"
import { useAct } from "../kit/useAct.ts"
import { useOffered } from "../kit/useOffered.ts"
import type { Ready } from "../kit/useView.ts"
import { useWrite } from "../kit/useWrite.ts"
import { type Order, read } from "./read.ts"
import { useStill } from "./useStill.ts"

/** Calling an order off, with a reason where the buyer gives one. Undefined where that is not possible. */
export const useCancel = ({ become, refresh, value: order }: Ready<Order>) => {
  const write = useWrite()
  const offered = useOffered()("cancel_order")
  const still = useStill(order.cancelable_until)
  const act = useAct()
  const [reason, setReason] = useState("")
  if (write === undefined || !offered || !still || order.status === "cancelled") return undefined

  const cancel = () => {
    const said = reason.trim()
    return act.run("cancel", async () => {
      const args = { order_id: order.id, ...(said !== "" && { reason: said }) }
      const cancelled = read(await write("cancel_order", args))
      if (cancelled === undefined) await refresh?.()
      else become(cancelled)
    })
  }

  return { busy: act.doing !== undefined, failure: act.failure, forget: act.forget, reason, setReason, cancel }
}
export type Cancelling = NonNullable<ReturnType<typeof useCancel>>
