import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

/** Fewer than so many are counted. */
const few = 10

export const Stock = ({ count }: { readonly count: number }) => {
  const t = useWords(words)
  return <span className="stock">{count === 0 ? t("soldOut") : count < few ? t("left", { count }) : t("inStock")}</span>
}
