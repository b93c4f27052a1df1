import { useState } from "react"
import { Notice } from "../kit/Notice.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

export const Empty = () => {
  const t = useWords(words)
  const send = useSendMessage()
  const [refused, setRefused] = useState(false)
  const browse = send && (async () => setRefused(!(await send(t("browseMessage")))))
  return (
    <Notice action={browse && { label: t("browse"), press: browse }} icon="cart" title={t("empty")}>
      {t(refused ? "notTaken" : "emptyHint")}
    </Notice>
  )
}
