import { Badge } from "../kit/Badge.tsx"
import { TextButton } from "../kit/TextButton.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Line } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly line: Line
  readonly take: (() => void) | undefined
}

/** Fewer are left than are in the cart. */
export const Short = ({ line: { available, quantity, title }, take }: Props) => {
  const t = useWords(words)
  return (
    <>
      <span className="row">
        {available === 0 ? (
          <Badge tone="bad">{t("soldOut")}</Badge>
        ) : (
          <Badge tone="warning">{t("onlyLeft", { count: available })}</Badge>
        )}
        <span className="soft">{t("howMany", { count: quantity })}</span>
      </span>
      {take === undefined ? null : (
        <TextButton label={`${t("take", { count: available })}: ${title}`} onPress={take}>
          {t("take", { count: available })}
        </TextButton>
      )}
    </>
  )
}
