import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Choices } from "../kit/Choices.tsx"
import { formatMoney } from "../kit/formatMoney.ts"
import { LinkOut } from "../kit/LinkOut.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { testCards } from "./testCards.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { usePaymentSheet } from "./usePaymentSheet.ts"
import { words } from "./words.ts"

/** The last step: in the host's payment sheet where it has one, with a test card where money is play, on our page elsewhere. */
export const Payment = ({ checkout }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { act, pay, shown } = checkout
  const { session, sheet } = shown
  const [card, choose] = useState<string>(testCards[0].token)
  const bySheet = usePaymentSheet(checkout)
  const test = sheet?.payment_mode === "test" && pay !== undefined
  if (session.status !== "ready" || session.total === undefined) {
    return pay === undefined ? <LinkOut href={session.continue_url}>{t("goOn")}</LinkOut> : null
  }
  const label = t("pay", { amount: formatMoney(session.total, session.currency, tag) })
  const press = bySheet ?? (test ? () => pay(card) : undefined)
  if (press === undefined) {
    return (
      <LinkOut href={session.continue_url} kind="primary">
        {t("payOnPage")}
      </LinkOut>
    )
  }
  return (
    <>
      {bySheet === undefined ? (
        <Choices
          disabled={act.doing !== undefined}
          legend={t("testCard")}
          onChoose={choose}
          options={testCards.map(({ token, word }) => ({ value: token, label: t(word) }))}
          value={card}
        />
      ) : null}
      <Button busy={act.doing !== undefined} kind="primary" onPress={press}>
        {act.doing === "pay" ? t("paying") : label}
      </Button>
    </>
  )
}
