import { useRef, useState } from "react"
import { useOffered } from "../useOffered.ts"
import { useSendMessage } from "../useSendMessage.ts"
import { useTellModel } from "../useTellModel.ts"
import { useWords } from "../useWords.ts"
import { useWrite } from "../useWrite.ts"
import { type Refill, refill, refillOf, type Want } from "./refill.ts"
import { reorderWords } from "./reorderWords.ts"

export type Item = Pick<Want, "listing_id" | "title" | "quantity" | "variant">

export interface Reorder {
  readonly state: "idle" | "busy" | "stopped" | "done"
  readonly now: Refill | undefined
  /** Begins, or goes on with the rest after it was stopped. */
  readonly run: () => void
  /** Says in the conversation which cart it is; absent while there is none, or nobody to tell. */
  readonly show: (() => void) | undefined
  /** The conversation did not take it. */
  readonly untold: boolean
}

const wantsOf = (items: ReadonlyArray<Item>): ReadonlyArray<Want> =>
  items.map(({ listing_id, quantity, title, variant }) => ({
    listing_id,
    title: variant ? `${title} (${variant})` : title,
    quantity,
    ...(variant && { variant })
  }))

/** Fills a cart with what an order held. Undefined where nothing can be added from here. */
export const useReorder = (items: ReadonlyArray<Item>): Reorder | undefined => {
  const t = useWords(reorderWords)
  const write = useWrite()
  const offered = useOffered()("add_to_cart")
  const send = useSendMessage()
  const tellModel = useTellModel()
  const [now, become] = useState<Refill>()
  const [busy, setBusy] = useState(false)
  const [untold, setUntold] = useState(false)
  const running = useRef(false)
  if (write === undefined || !offered || items.length === 0) return undefined

  const tell = async (cartId: string) => {
    tellModel(`The order's pieces were put into cart ${cartId} again.`, { cart_id: cartId })
    if (send !== undefined) setUntold(!(await send(t("cartMessage", { cart: cartId }))))
  }

  const run = async () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setUntold(false)
    const from = now?.failure === undefined ? refillOf(wantsOf(items)) : now
    become(from)
    const end = await refill(write, from, become)
    become(end)
    setBusy(false)
    running.current = false
    if (end.failure === undefined && end.cartId !== undefined) await tell(end.cartId)
  }

  const cartId = now?.cartId
  return {
    state: busy ? "busy" : now === undefined ? "idle" : now.failure === undefined ? "done" : "stopped",
    now,
    run: () => void run(),
    show: busy || cartId === undefined || send === undefined ? undefined : () => void tell(cartId),
    untold
  }
}
