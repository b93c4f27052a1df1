import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import type { Ending } from "./Ending.ts"
import { words } from "./words.ts"

interface Props {
  readonly ending: Ending
  readonly refresh: (() => Promise<void>) | undefined
}

/** The way on where nothing is placed yet: to the bank, back to the checkout, and back here. */
export const Next = ({ ending: { continueUrl, id, stage }, refresh }: Props) => {
  const t = useWords(words)
  const send = useSendMessage()
  const [untold, setUntold] = useState(false)
  if (stage === "paid" || stage === "processing" || stage === "over") return null
  const confirmed =
    stage === "asks" && send ? async () => setUntold(!(await send(t("confirmedMessage", { checkout: id })))) : undefined
  return (
    <>
      <div className="row">
        <LinkOut href={continueUrl} kind="primary">
          {t(stage === "asks" ? "toBank" : "toCheckout")}
        </LinkOut>
        {confirmed === undefined ? null : <Button onPress={() => void confirmed()}>{t("confirmed")}</Button>}
        {confirmed !== undefined || refresh === undefined ? null : (
          <Button onPress={() => void refresh()}>{t("look")}</Button>
        )}
      </div>
      <Trouble message={untold ? t("notTaken") : undefined} />
    </>
  )
}
