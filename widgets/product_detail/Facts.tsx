import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { formatWeight } from "./measures.ts"
import type { Listing } from "./read.ts"
import { words } from "./words.ts"

/** What it is made of, how large and how heavy, as far as the maker said so. */
export const Facts = ({ listing: { dimensions, materials, weight_oz } }: { readonly listing: Listing }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const facts = [
    [t("materials"), materials.join(", ")],
    [t("size"), dimensions ?? ""],
    [t("weight"), weight_oz === null ? "" : formatWeight(weight_oz, tag)]
  ].filter(([, value]) => value !== "")
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
