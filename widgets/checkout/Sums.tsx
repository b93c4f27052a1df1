import { Totals } from "../kit/Totals.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Session } from "./read.ts"
import { words } from "./words.ts"

/** What it all adds up to, as far as it is known. Read out when it changes. */
export const Sums = ({ session }: { readonly session: Session }) => {
  const t = useWords(words)
  const { currency, discount, shipping, subtotal, tax, total } = session
  return (
    <div aria-live="polite">
      <Totals
        currency={currency}
        sums={[
          { label: t("subtotal"), value: subtotal },
          { label: t("discount"), value: discount > 0 ? -discount : undefined },
          { label: t("shipping"), value: shipping },
          { label: t("tax"), value: tax },
          { label: t("total"), value: total, total: true }
        ]}
      />
      {total === undefined ? <p className="soft">{t("totalFollows")}</p> : null}
    </div>
  )
}
