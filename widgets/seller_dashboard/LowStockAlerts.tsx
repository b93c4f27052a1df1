import { useWords } from "../kit/useWords.ts"
import { LowStockRow } from "./LowStockRow.tsx"
import type { Dashboard } from "./read.ts"
import { ShortList } from "./ShortList.tsx"
import { words } from "./words.ts"

interface Props {
  readonly dashboard: Dashboard
  readonly onSaved: (stock: number) => void
}

export const LowStockAlerts = ({ dashboard, onSaved }: Props) => {
  const t = useWords(words)
  const { low_stock } = dashboard
  if (low_stock.length === 0) return null
  return (
    <section>
      <h3>{t("lowStock")}</h3>
      <ShortList first={3} items={low_stock} label={t("lowStock")}>
        {(listing) => <LowStockRow key={listing.listing_id} listing={listing} onSaved={onSaved} />}
      </ShortList>
    </section>
  )
}
