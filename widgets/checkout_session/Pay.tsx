import { Button } from "../kit/Button.tsx"
import { useOpenLink } from "../kit/useOpenLink.ts"
import type { Paying } from "./usePaying.ts"

interface Props {
  readonly money: (cents: number) => string
  readonly paying: Paying
}

/** In the host's own sheet where it has one and the checkout can be paid; otherwise on its page. */
export const Pay = ({ money, paying: { busy, pay, sheet } }: Props) => {
  const open = useOpenLink()
  const total = sheet.totals.find(({ type }) => type === "total")?.amount ?? 0
  if (pay !== undefined) {
    return (
      <Button busy={busy} kind="primary" onPress={pay}>
        {busy ? "Waiting for the payment…" : `Pay ${money(total)}`}
      </Button>
    )
  }
  if (sheet.status === "canceled") return <p>This checkout is over. Nothing was charged.</p>
  return (
    <a
      className="button primary"
      href={sheet.continue_url}
      onClick={(event) => {
        if (open === undefined) return
        event.preventDefault()
        open(sheet.continue_url)
      }}
      rel="noreferrer"
      target="_blank"
    >
      Go on with the checkout
    </a>
  )
}
