import { useState } from "react"
import { Badge } from "../kit/Badge.tsx"
import { Button } from "../kit/Button.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useOffered } from "../kit/useOffered.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import type { LowStock } from "./read.ts"
import { StockForm } from "./StockForm.tsx"
import { words } from "./words.ts"

interface Props {
  readonly listing: LowStock
  readonly onSaved: (stock: number) => void
}

/** A piece that runs out, and how many there are now. What comes in variants is counted by variant, which is asked for. */
export const LowStockRow = ({ listing, onSaved }: Props) => {
  const { has_variants, listing_id, stock, title } = listing
  const t = useWords(words)
  const offered = useOffered()
  const send = useSendMessage()
  const [saved, setSaved] = useState<{ readonly over: LowStock; readonly count: number }>()
  const [notTaken, setNotTaken] = useState(false)
  // What was saved from here holds until the shop is read again.
  const count = saved?.over === listing ? saved.count : stock
  const ask = async () => setNotTaken(!(await send?.(t("stockMessage", { listing: listing_id }))))
  const tell = (stock: number) => {
    setSaved({ over: listing, count: stock })
    onSaved(stock)
  }
  return (
    <li className="low">
      <div className="what">
        <p>
          {title}{" "}
          <Badge tone={count === 0 ? "bad" : "warning"}>{count === 0 ? t("soldOut") : t("left", { count })}</Badge>
        </p>
        {has_variants ? <p className="soft">{t("inVariants")}</p> : null}
      </div>
      {offered("update_listing") && !has_variants ? (
        <StockForm listing={listing} onSaved={tell} stock={count} />
      ) : send === undefined ? null : (
        <Button label={`${t("changeStock")}: ${title}`} onPress={ask}>
          {t("changeStock")}
        </Button>
      )}
      <Trouble message={notTaken ? t("notTaken") : undefined} />
    </li>
  )
}
