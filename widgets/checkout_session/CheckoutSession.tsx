import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Bill } from "./Bill.tsx"
import { sheet } from "./Sheet.ts"
import { words } from "./words.ts"

/** What is about to be bought, and the way to pay for it in the host's own sheet. */
export const CheckoutSession = () => {
  const t = useWords(words)
  const view = useView({ decode: sheet, again: () => undefined })
  return (
    <Screen name="sheet" view={view} waiting={t("waiting")}>
      {({ turn, value }) => <Bill first={value} key={turn} />}
    </Screen>
  )
}
