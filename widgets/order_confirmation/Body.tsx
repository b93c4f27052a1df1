import { useEffect, useRef } from "react"
import { Totals } from "../kit/Totals.tsx"
import { useTellModel } from "../kit/useTellModel.ts"
import type { Ready } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import type { Ending } from "./Ending.ts"
import { Head } from "./Head.tsx"
import { Next } from "./Next.tsx"
import { Shops } from "./Shops.tsx"
import { Waiting } from "./Waiting.tsx"
import { words } from "./words.ts"

/** What came of it, with whom, and what can be done next. */
export const Body = ({ ready }: { readonly ready: Ready<Ending> }) => {
  const t = useWords(words)
  const tellModel = useTellModel()
  const ending = ready.value
  const { currency, id, orders, stage, total } = ending
  const before = useRef(stage)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it turns out.
  useEffect(() => {
    if (before.current === "processing" && stage !== "processing") {
      const how = stage === "paid" ? "is paid; its orders are placed" : "was not paid; nothing was charged"
      tellModel(`Checkout ${id} ${how}.`, { session_id: id })
    }
    before.current = stage
  }, [stage])
  const placed = stage === "paid" || stage === "processing"
  return (
    <>
      <Head ending={ending} />
      {stage === "processing" ? <Waiting refresh={ready.refresh} /> : null}
      {orders.length === 0 ? null : <Shops ending={ending} />}
      {placed && total !== undefined && (orders.length !== 1 || orders[0]?.total === undefined) ? (
        <Totals currency={currency} sums={[{ label: t("total"), value: total, total: true }]} />
      ) : null}
      <Next ending={ending} refresh={ready.refresh} />
    </>
  )
}
