import { useEffect, useRef } from "react"
import { Button } from "../kit/Button.tsx"
import { useWords } from "../kit/useWords.ts"
import { Lines } from "./Lines.tsx"
import { Sums } from "./Sums.tsx"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

const EVERY_MS = 5_000
const AT_MOST = 12

/** The provider has not answered yet. It is asked for a minute; after that a press asks again. */
export const Processing = ({ checkout: { refresh, shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const asked = useRef(0)
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && asked.current++ < AT_MOST) refresh?.()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [refresh])
  return (
    <>
      <h2>{t("processing")}</h2>
      <p role="status">{t("processingHint")}</p>
      <Lines session={shown.session} />
      <Sums session={shown.session} />
      {refresh === undefined ? null : (
        <div className="row">
          <Button onPress={refresh}>{t("look")}</Button>
        </div>
      )}
    </>
  )
}
