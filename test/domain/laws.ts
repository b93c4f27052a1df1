import type { CheckoutState } from "../../schemas/checkout.ts"
import { isEnded, isMoving, isShopping } from "../../src/domain/checkout.ts"
import { missing, shopsOf } from "../../src/domain/contents.ts"
import { same } from "./few.ts"
import type { Rules } from "./rules.ts"
import { type Story, type Try, told } from "./stories.ts"

type Law = (rules: Rules) => (story: Story) => boolean

/** Of every step that was tried, whether it was taken or refused. */
const ofTries =
  (holds: (tried: Try) => boolean): Law =>
  (rules) =>
  (story) =>
    told(rules)(story).every(holds)

/** Of every step that was taken. */
const ofSteps = (holds: (step: Try & { readonly after: CheckoutState }) => boolean): Law =>
  ofTries(({ after, ...tried }) => after === undefined || holds({ ...tried, after }))

const attemptOf = (state: CheckoutState) => ("attempt" in state ? state.attempt : undefined)

const isComplete = ({ contents }: CheckoutState) => missing(contents).length === 0

/** What must be true of every story, whatever the table says. */
export const laws = {
  "an ended checkout stays exactly as it ended": ofSteps(
    ({ after, before }) => !isEnded(before) || same(after, before)
  ),
  "only the attempt that was started can settle, decline or be challenged": ofSteps(
    ({ after, before, event }) =>
      attemptOf(before) === undefined ||
      same(after, before) ||
      ("attemptId" in event && event.attemptId === attemptOf(before)!.id)
  ),
  "the attempt does not change while money is moving": ofSteps(
    ({ after, before }) =>
      !isMoving(before) || attemptOf(after) === undefined || same(attemptOf(after), attemptOf(before))
  ),
  "the buyer is charged what they were shown": ofSteps(
    ({ after, before, event }) =>
      event._tag === "Revised" || after.contents.quote.totals.total === before.contents.quote.totals.total
  ),
  "only a revision changes what the buyer said": ofSteps(
    ({ after, before, event }) => event._tag === "Revised" || same(after.contents, before.contents)
  ),
  "a revision is kept as it was said": ofSteps(
    ({ after, event }) => event._tag !== "Revised" || same(after.contents, event.contents)
  ),
  "while money is moving the checkout can only settle, be declined or be challenged": ofSteps(
    ({ before, event }) =>
      !isMoving(before) ||
      ["PaymentSettled", "PaymentDeclined", "ChallengeRequired", "ChallengeAnswered"].includes(event._tag)
  ),
  "a checkout is ready exactly when nothing is missing": ofSteps(
    ({ after }) => !isShopping(after) || (after._tag === "Ready") === isComplete(after)
  ),
  "money moves only for a checkout that lacks nothing": ofSteps(
    ({ after }) => attemptOf(after) === undefined || isComplete(after)
  ),
  "a listing and variant stand in one line, and there is always a line": ofSteps(({ after }) => {
    const { lines } = after.contents
    const things = new Set(lines.map(({ listingId, variant }) => `${listingId} ${variant.toLowerCase()}`))
    return lines.length > 0 && things.size === lines.length
  }),
  "a completed checkout names one order for each shop": ofSteps(({ after }) => {
    if (after._tag !== "Completed") return true
    const { orders } = after.attempt
    return (
      same(
        orders.map(({ shopId }) => shopId),
        shopsOf(after.contents.lines)
      ) && new Set(orders.flatMap(({ number, orderId }) => [number, orderId])).size === orders.length * 2
    )
  }),
  "the orders of a completed checkout add up to what was charged": ofSteps(
    ({ after: { contents } }) =>
      contents.quote.shops.reduce((sum, { total }) => sum + total, 0) === contents.quote.totals.total
  ),
  "a challenge leads to the bank that asked": ofSteps(
    ({ after, event }) => event._tag !== "ChallengeRequired" || (after._tag === "Challenged" && after.url === event.url)
  ),
  "money that came is always taken note of": ofTries(
    ({ after, before, event }) =>
      event._tag !== "PaymentSettled" ||
      attemptOf(before)?.id !== event.attemptId ||
      (after?._tag === "Completed" && same(after.attempt, attemptOf(before)))
  ),
  "a declined payment leaves it ready for another try": ofTries(
    ({ after, before, event }) =>
      event._tag !== "PaymentDeclined" ||
      !isMoving(before) ||
      before.attempt.id !== event.attemptId ||
      after?._tag === "Ready"
  ),
  "who has not paid may always leave, and time always ends": ofTries(
    ({ after, before, event }) =>
      !isShopping(before) ||
      ((event._tag !== "CancelRequested" || after?._tag === "Canceled") &&
        (event._tag !== "TimedOut" || after?._tag === "Expired"))
  )
} satisfies Record<string, Law>
