import { useState } from "react"
import { TextButton } from "../kit/TextButton.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useOffered } from "../kit/useOffered.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

/** A question to the maker, which is asked in the conversation. */
export const Ask = ({ listingId }: { readonly listingId: string }) => {
  const t = useWords(words)
  const send = useSendMessage()
  const offered = useOffered()
  const [refused, setRefused] = useState(false)
  if (send === undefined || !offered("ask_listing_question")) return null
  const ask = async () => setRefused(!(await send(t("askMessage", { listing: listingId }))))
  return (
    <div>
      <TextButton onPress={ask}>{t("ask")}</TextButton>
      <Trouble message={refused ? t("notTaken") : undefined} />
    </div>
  )
}
