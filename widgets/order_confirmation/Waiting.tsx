import { useEffect, useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { useWords } from "../kit/useWords.ts"
import { poll } from "./poll.ts"
import { words } from "./words.ts"

/** Looks for itself for a minute; from then on when somebody wants to know. */
export const Waiting = ({ refresh }: { readonly refresh: (() => Promise<void>) | undefined }) => {
  const t = useWords(words)
  const [tired, tire] = useState(false)
  const latest = useRef(refresh)
  latest.current = refresh
  const can = refresh !== undefined
  useEffect(() => {
    if (!can) return
    return poll({
      ask: () => void latest.current?.(),
      seen: () => document.visibilityState === "visible",
      enough: () => tire(true)
    })
  }, [can])
  return tired && refresh !== undefined ? (
    <div className="row">
      <Button onPress={() => void refresh()}>{t("look")}</Button>
    </div>
  ) : null
}
