import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import { useWords } from "../kit/useWords.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** From here on it is offered to keep the checkout. */
const SOON = 5 * 60

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

/** How long the checkout is kept. Any change keeps it longer; near the end there is a button that changes nothing else. */
export const Countdown = ({ checkout: { act, revise, secondsLeft, shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const soon = secondsLeft <= SOON
  const { email } = shown.session
  return (
    <div className="row">
      <p className={soon ? "countdown soon" : "countdown"} role="timer">
        <Icon name="clock" size={14} />{" "}
        {soon
          ? t("keptFor", { time: clock(secondsLeft) })
          : t("keptMinutes", { minutes: Math.floor(secondsLeft / 60) })}
      </p>
      {soon && revise !== undefined ? (
        <Button busy={act.doing === "keep"} onPress={() => revise("keep", email === null ? {} : { email })}>
          {t("keep")}
        </Button>
      ) : null}
    </div>
  )
}
