import { useState } from "react"
import { Icon } from "../kit/Icon.tsx"
import { TextButton } from "../kit/TextButton.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

/** It was added, and the way to see the whole cart. */
export const InCart = ({ cartId }: { readonly cartId: string }) => {
  const t = useWords(words)
  const send = useSendMessage()
  const [refused, setRefused] = useState(false)
  const show = async () => setRefused(!(await send?.(t("cartMessage", { cart: cartId }))))
  return (
    <>
      <div className="row done">
        <Icon name="check" size={18} />
        <p role="status">{t("inCart")}</p>
        {send === undefined ? null : <TextButton onPress={show}>{t("showCart")}</TextButton>}
      </div>
      <Trouble message={refused ? t("notTaken") : undefined} />
    </>
  )
}
