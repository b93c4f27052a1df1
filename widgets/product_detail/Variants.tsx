import { Choices } from "../kit/Choices.tsx"
import { Money } from "../kit/Money.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Listing } from "./read.ts"
import { Stock } from "./Stock.tsx"
import { words } from "./words.ts"

interface Props {
  readonly listing: Listing
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
}

/** What a listing comes in, each with how many there are, and with its price where they differ. */
export const Variants = ({ chosen, listing: { currency, variants }, onChoose }: Props) => {
  const t = useWords(words)
  const differ = new Set(variants.map(({ price }) => price)).size > 1
  return (
    <Choices
      legend={t("variants")}
      onChoose={onChoose}
      options={variants.map(({ name, price, stock }) => ({
        value: name,
        label: <bdi>{name}</bdi>,
        disabled: stock === 0,
        detail: (
          <>
            {differ ? <Money currency={currency} value={price} /> : null}
            <Stock count={stock} />
          </>
        )
      }))}
      value={chosen}
    />
  )
}
