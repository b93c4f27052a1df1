import { Arbitrary, Result } from "effect"
import type { Attempt, CheckoutEvent, CheckoutState, Contents, Line, Method } from "../../schemas/checkout.ts"
import { AttemptId } from "../../schemas/ids.ts"
import { shopping, stepWith } from "../../src/domain/checkout.ts"
import { keptDeliveries } from "../../src/domain/contents.ts"
import { planned } from "../../src/domain/orders.ts"
import { address, kiln, linesOf, loom, oneOf, type Thing, tenPercent, thingName, things, whole } from "./few.ts"
import { type Rules, rules } from "./rules.ts"

type Choice = Method | "keep" | "none"

/** What a buyer says in one request. */
interface Said {
  readonly put: Thing
  readonly quantity: number
  readonly shouted: boolean
  readonly email: "given" | "keep" | "none"
  readonly address: "given" | "keep" | "none"
  readonly atKiln: Choice
  readonly atLoom: Choice
  readonly short: boolean
}

/** Most say something that leads on. */
const said: Arbitrary.Arbitrary<Said> = Arbitrary.all({
  put: thingName,
  quantity: oneOf(0, 1, 1, 2),
  shouted: oneOf(false, false, true),
  email: oneOf("given", "given", "keep", "none"),
  address: oneOf("given", "given", "keep", "none"),
  atKiln: oneOf<Choice>("standard", "expedited", "pickup", "keep", "none"),
  atLoom: oneOf<Choice>("standard", "expedited", "pickup", "keep"),
  short: oneOf(false, false, false, true)
})

const blank: Contents = {
  lines: linesOf(things.small),
  buyer: {},
  address: null,
  deliveries: {},
  pickupNotes: null,
  codes: [],
  shortages: [],
  quote: undefined as never
}

/** Priced by the rules as they are: a broken table must be noticed by itself. */
const priced = (contents: Omit<Contents, "quote">): Contents => {
  const options = rules.deliveryOptions(contents.lines)
  const deliveries = keptDeliveries(contents.deliveries, options)
  const taxes = contents.address === null ? {} : { [kiln]: tenPercent, [loom]: tenPercent }
  const { codes, lines } = contents
  return {
    ...contents,
    deliveries,
    quote: rules.quote({ lines, deliveries, codes, offered: [], taxes, now: new Date(0) })
  }
}

const chosen = (before: Contents["deliveries"], shop: string, method: Choice) => {
  if (method === "keep") return before
  const { [shop]: _, ...others } = before
  return method === "none" ? others : { ...others, [shop]: method }
}

/** What a request makes of the contents, as the use case does it: lines are put, the rest is said anew or stays. */
const revised = (contents: Contents, said: Said, { withWanted }: Rules): Contents => {
  const thing = things[said.put]
  const variant = said.shouted ? thing.variant.toUpperCase() : thing.variant
  const lines = withWanted<Line>(contents.lines, [{ ...thing, variant, quantity: said.quantity }])
  const kept = lines.length === 0 ? contents.lines : linesOf(...lines)
  return priced({
    ...contents,
    lines: kept,
    buyer: said.email === "keep" ? contents.buyer : said.email === "none" ? {} : { email: "ada@craftlocal.test" },
    address: said.address === "keep" ? contents.address : said.address === "none" ? null : address,
    deliveries: chosen(chosen(contents.deliveries, kiln, said.atKiln), loom, said.atLoom),
    shortages: said.short ? [{ lineId: kept[0].id, available: 0 }] : []
  })
}

/** Two attempts in the whole world, so that they collide; the first more often, so that stories get deep. */
const attemptId = oneOf("att_1", "att_1", "att_1", "att_2")

interface Hand {
  readonly said: Said
  readonly attemptId: string
  readonly url: string
}

const hand: Arbitrary.Arbitrary<Hand> = Arbitrary.all({
  said,
  attemptId,
  url: oneOf("https://bank.test/1", "https://bank.test/2")
})

export interface Story {
  readonly open: Said
  readonly turns: ReadonlyArray<{ readonly roll: number; readonly hand: Hand }>
}

export const stories: Arbitrary.Arbitrary<Story> = Arbitrary.all({
  open: said,
  turns: Arbitrary.array(Arbitrary.all({ roll: whole(0, 1_000_000), hand }), { minLength: 15, maxLength: 30 })
})

/** Attempts are planned as the use case plans them: an order for each shop of the contents at that moment. */
const attemptOf = (contents: Contents, id: string): Attempt => ({
  id: AttemptId.make(id),
  confirmationNumber: `CL-${id}`,
  orders: planned(contents, `CL-${id}`, [`ord_${id}_1`, `ord_${id}_2`])
})

/** One event of each kind, by the hand that was dealt, for this state. */
const eventsOf = ({ contents }: CheckoutState, { attemptId: id, said, url }: Hand, rules: Rules) => {
  const attemptId = AttemptId.make(id)
  return [
    { _tag: "Revised", contents: revised(contents, said, rules) },
    { _tag: "PaymentStarted", attempt: attemptOf(contents, id) },
    { _tag: "ChallengeRequired", attemptId, url },
    { _tag: "ChallengeAnswered", attemptId },
    { _tag: "PaymentSettled", attemptId },
    { _tag: "PaymentDeclined", attemptId },
    { _tag: "CancelRequested" },
    { _tag: "TimedOut" }
  ] satisfies ReadonlyArray<CheckoutEvent>
}

const endings: ReadonlyArray<string> = ["CancelRequested", "TimedOut"]

/** A step somebody tried: `after` is undefined when the law refused it. */
export interface Try {
  readonly before: CheckoutState
  readonly event: CheckoutEvent
  readonly after: CheckoutState | undefined
}

/**
 * Every step that could be tried with the hands that were dealt. The story itself goes on by one event a turn: three
 * turns in four move forward, the fourth may be anything.
 */
export const told =
  (rules: Rules) =>
  ({ open, turns }: Story): ReadonlyArray<Try> => {
    const step = stepWith(rules.steps)
    const tries: Array<Try> = []
    let state: CheckoutState = shopping(revised(priced(blank), open, rules))
    for (const { hand, roll } of turns) {
      const before = state
      const events = eventsOf(before, hand, rules)
      const ahead = events.filter(({ _tag }) => _tag in rules.steps[before._tag] && !endings.includes(_tag))
      const choice = roll % 4 > 0 && ahead.length > 0 ? ahead : events
      // Other digits of the roll than those above, or every second kind would never be played.
      const played = choice[Math.floor(roll / 4) % choice.length]!
      for (const event of events) {
        const after = Result.getOrUndefined(step(before, event))
        tries.push({ before, event, after })
        if (event === played && after !== undefined) state = after
      }
    }
    return tries
  }
