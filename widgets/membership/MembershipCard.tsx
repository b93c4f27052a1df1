import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Programme } from "./Programme.tsx"
import { membershipAnswer } from "./read.ts"
import { words } from "./words.ts"

/** The programme for buyers, how the person stands to it, and the way in. */
export const MembershipCard = () => {
  const t = useWords(words)
  const view = useView({ decode: membershipAnswer, again: () => ({ name: "get_membership", args: {} }) })
  return (
    <Screen name="membership" view={view} waiting={t("waiting")}>
      {({ become, value }) => <Programme become={become} membership={value.membership} />}
    </Screen>
  )
}
