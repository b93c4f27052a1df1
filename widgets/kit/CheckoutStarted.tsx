import { checkoutWords } from "./checkoutWords.ts"
import { LinkOut } from "./LinkOut.tsx"
import type { Started } from "./useStartCheckout.ts"
import { useWords } from "./useWords.ts"

/** Where a checkout that was started goes on: in the conversation, or on its page. */
export const CheckoutStarted = ({ started: { told, url } }: { readonly started: Started }) => {
  const t = useWords(checkoutWords)
  return (
    <div className="row soft">
      <p role="status">{t(told ? "inConversation" : "onPage")}</p>
      {told ? (
        <LinkOut href={url}>{t("openPage")}</LinkOut>
      ) : (
        <LinkOut href={url} kind="primary">
          {t("goOn")}
        </LinkOut>
      )}
    </div>
  )
}
