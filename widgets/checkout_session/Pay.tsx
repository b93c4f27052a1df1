import { Button } from "../kit/Button.tsx"
import { formatMoney } from "../kit/formatMoney.ts"
import { LinkOut } from "../kit/LinkOut.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Paying } from "./usePaying.ts"
import { words } from "./words.ts"

/** In the host's own sheet where it has one and the checkout can be paid; otherwise on its page. */
export const Pay = ({ paying: { busy, pay, sheet } }: { readonly paying: Paying }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const total = sheet.totals.find(({ type }) => type === "total")?.amount ?? 0
  if (pay !== undefined) {
    return (
      <Button busy={busy} kind="primary" onPress={pay}>
        {busy ? t("paying") : t("pay", { amount: formatMoney(total / 100, sheet.currency, tag) })}
      </Button>
    )
  }
  if (sheet.status === "canceled") return <p>{t("over")}</p>
  return (
    <LinkOut href={sheet.continue_url} kind="primary">
      {t("goOn")}
    </LinkOut>
  )
}
