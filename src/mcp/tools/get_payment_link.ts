import { Effect } from "effect"
import { CheckoutId } from "../../../schemas/ids.ts"
import { PaymentLink } from "../../../schemas/paymentLink.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const onlyTheirs = "Give this link to the buyer only: whoever has it can go on with the checkout."

const pays = ({ expiresAt, total, url }: PaymentLink) =>
  total === undefined
    ? `The buyer says what is missing, sees the total and pays at ${url} until ${expiresAt}. ${onlyTheirs}`
    : `The buyer pays ${money(total)} at ${url} until ${expiresAt}. ${onlyTheirs}`

const said: Record<PaymentLink["status"], (link: PaymentLink) => string> = {
  pending: pays,
  ready: pays,
  processing: ({ url }) => `The payment is under way. Do not pay again; ${url} shows how it ends.`,
  authentication_required: ({ url }) =>
    `The buyer's bank asks for a confirmation; it is given at ${url}. ${onlyTheirs}`,
  completed: ({ url }) => `It is paid already. ${url} shows the order.`,
  canceled: () => "This checkout was canceled: nothing can be paid there. Start a new one with create_checkout.",
  expired: () => "This checkout has expired: nothing can be paid there. Start a new one with create_checkout."
}

export const getPaymentLink = defineTool(
  {
    name: "get_payment_link",
    toolset: "cart",
    title: "Get the payment link",
    description:
      "Use this when there is no payment sheet or payment_token here: it gives the link of the checkout's own page, where the buyer pays. For the buyer only. It charges nothing.",
    input: { sessionId: CheckoutId.annotate({ description: "The checkout's id, from create_checkout" }) },
    output: PaymentLink,
    does: "reads",
    scopes: [],
    betterSignedIn: true,
    widgetMayCall: true,
    says: ["Getting the payment link", "Got the payment link"],
    tell: (link) => said[link.status](link)
  },
  Effect.fnUntraced(function* ({ sessionId }) {
    const { continueUrl, currency, expiresAt, id, status, total } = yield* (yield* Ordering).read(sessionId)
    return { url: continueUrl, sessionId: id, status, ...(total !== undefined && { total }), currency, expiresAt }
  })
)
