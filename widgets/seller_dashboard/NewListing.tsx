import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

export const NewListing = () => {
  const t = useWords(words)
  const send = useSendMessage()
  const [notTaken, setNotTaken] = useState(false)
  if (send === undefined) return null
  return (
    <div>
      <Button kind="primary" onPress={async () => setNotTaken(!(await send(t("newMessage"))))}>
        {t("newListing")}
      </Button>
      <Trouble message={notTaken ? t("notTaken") : undefined} />
    </div>
  )
}
