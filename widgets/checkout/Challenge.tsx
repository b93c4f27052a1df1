import { Button } from "../kit/Button.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { Lines } from "./Lines.tsx"
import { Sums } from "./Sums.tsx"
import { challengedCard } from "./testCards.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** The buyer's bank asks. With test payments we stand in for the bank; else its page is one press away. */
export const Challenge = ({ checkout }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const { act, pay, shown } = checkout
  const { session } = shown
  const busy = act.doing !== undefined
  return (
    <>
      <h2>{t("bankAsks")}</h2>
      <p>{t("bankAsksHint")}</p>
      <Lines session={session} />
      <Sums session={session} />
      <div className="row">
        <LinkOut href={session.continue_url} kind="secondary">
          {t("bankPage")}
        </LinkOut>
        {pay === undefined ? null : (
          <>
            <Button busy={busy} kind="primary" onPress={() => pay(challengedCard, "authenticated")}>
              {act.doing === "pay" ? t("paying") : t("confirmed")}
            </Button>
            <Button busy={busy} onPress={() => pay(challengedCard, "denied")}>
              {t("rejected")}
            </Button>
          </>
        )}
      </div>
      <Trouble message={act.failure?.message} />
    </>
  )
}
