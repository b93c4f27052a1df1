import { Button } from "../kit/Button.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { Lines } from "./Lines.tsx"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** Canceled, or kept for too long: nothing was charged, and it can be begun again. */
export const Over = ({ checkout: { act, shown, startAgain, status } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  return (
    <>
      <h2>{t(status === "canceled" ? "canceled" : "expired")}</h2>
      <p role="status">{t("nothingCharged")}</p>
      <Lines session={shown.session} />
      {startAgain === undefined ? null : (
        <div className="row">
          <Button busy={act.doing === "again"} kind="primary" onPress={startAgain}>
            {t("startAgain")}
          </Button>
        </div>
      )}
      <Trouble message={act.failure?.message} />
    </>
  )
}
