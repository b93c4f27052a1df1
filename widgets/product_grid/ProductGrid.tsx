import { Notice } from "../kit/Notice.tsx"
import { useSession } from "../kit/useSession.ts"
import { useToolOutput } from "../kit/useToolOutput.ts"
import { FailedSearch } from "./FailedSearch.tsx"
import { Results } from "./Results.tsx"
import { searchAnswer } from "./SearchAnswer.ts"
import { useCart } from "./useCart.ts"
import { Waiting } from "./Waiting.tsx"

/** What `search_listings` found, to look at, narrow down and put into the cart. */
export const ProductGrid = () => {
  const output = useToolOutput(searchAnswer)
  const { connect } = useSession()
  const add = useCart()
  switch (output.state) {
    case "waiting":
      return <Waiting />
    case "cancelled":
      return (
        <Notice icon="search" title="The search was stopped">
          Ask again whenever you like.
        </Notice>
      )
    case "unreachable":
      return (
        <Notice action={{ label: "Try again", press: connect }} icon="warning" title="The results did not arrive">
          The assistant can still list them in the conversation.
        </Notice>
      )
    case "failed":
      return <FailedSearch add={add} input={output.input} message={output.message} />
    case "ready":
      return <Results add={add} first={output.value} input={output.input} key={output.turn} />
  }
}
