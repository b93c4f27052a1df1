import { useEffect, useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import type { Json } from "../kit/wire.ts"
import { type MovedOrder, movedOrder } from "./read.ts"
import { ShipForm } from "./ShipForm.tsx"
import type { Step } from "./steps.ts"
import { words } from "./words.ts"

interface Props {
  readonly id: string
  readonly number: string
  readonly steps: ReadonlyArray<Step>
  readonly onMoved: (order: MovedOrder) => void
}

/** What can be said next of an order. A parcel on its way is asked who carries it, in place. */
export const Advance = ({ id, number, onMoved, steps }: Props) => {
  const t = useWords(words)
  const act = useAct()
  const write = useWrite()
  const offered = useOffered()
  const [shipping, setShipping] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const wasShipping = useRef(false)

  useEffect(() => {
    if (wasShipping.current && !shipping) row.current?.querySelector<HTMLElement>("button:last-child")?.focus()
    wasShipping.current = shipping
  }, [shipping])

  if (steps.length === 0 || write === undefined || !offered("update_order_status")) return null

  const move = (status: Step, more: Json = {}) =>
    act.run(status, async () => {
      const order = movedOrder(await write("update_order_status", { order_id: id, status, ...more }))
      if (order !== undefined) onMoved(order)
    })

  if (shipping) {
    return (
      <ShipForm
        busy={act.doing !== undefined}
        failure={act.failure}
        number={number}
        onCancel={() => {
          act.forget()
          setShipping(false)
        }}
        onShip={(parcel) => move("shipped", { ...parcel })}
      />
    )
  }
  return (
    <>
      <div className="row" ref={row}>
        {steps.map((step) => (
          <Button
            busy={act.doing !== undefined}
            key={step}
            label={`${t(`${step} now`)}: ${number}`}
            onPress={() => (step === "shipped" ? setShipping(true) : move(step))}
          >
            {act.doing === step ? t("saving") : t(`${step} now`)}
          </Button>
        ))}
      </div>
      <Trouble message={act.failure?.message} />
    </>
  )
}
