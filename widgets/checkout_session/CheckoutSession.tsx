import { Notice } from "../kit/Notice.tsx"
import { useSession } from "../kit/useSession.ts"
import { useToolOutput } from "../kit/useToolOutput.ts"
import { Bill } from "./Bill.tsx"
import { sheet } from "./Sheet.ts"

/** What is about to be bought, and the way to pay for it. */
export const CheckoutSession = () => {
  const output = useToolOutput(sheet)
  const { connect } = useSession()
  switch (output.state) {
    case "waiting":
      return (
        <main aria-busy="true" className="checkout">
          <p role="status">Preparing the checkout…</p>
        </main>
      )
    case "cancelled":
      return <Notice icon="search" title="The checkout was stopped" />
    case "unreachable":
      return (
        <Notice action={{ label: "Try again", press: connect }} icon="warning" title="The checkout did not arrive">
          Nothing was charged.
        </Notice>
      )
    case "failed":
      return (
        <Notice icon="warning" title="This cannot be checked out">
          {output.message}
        </Notice>
      )
    case "ready":
      return <Bill first={output.value} key={output.turn} />
  }
}
