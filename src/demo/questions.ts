import { deck } from "./deck.ts"
import type { Offer } from "./listings.ts"
import { type Random, random } from "./random.ts"
import type { QuestionRow } from "./rows.ts"
import { daysBefore } from "./time.ts"

interface Exchange {
  readonly question: string
  readonly answer: string
}

const wrapping: ReadonlyArray<Exchange> = [
  {
    question: "Could you leave out the price? It is a present.",
    answer: "There is never a price in the parcel. Tell me the occasion and I will add a card."
  },
  { question: "Is it made by you or bought in?", answer: "Made by us, here, from start to finish." },
  {
    question: "Would you hold one for me until payday?",
    answer: "Happy to. Write me your name and I will set one aside for a week."
  }
]

/** What people ask of any shop, answered by what this listing says. */
const practical = ({ row, shop }: Offer): ReadonlyArray<Exchange> => [
  {
    question: "How soon could you send it?",
    answer:
      row.lead_time_days <= 1
        ? "It is ready, so it leaves the next working day."
        : `I need ${row.lead_time_days} days to finish it, and then it leaves right away.`
  },
  {
    question: "Can I pick it up from you?",
    answer: row.pickup_enabled
      ? "Yes, choose pickup at checkout and we will write to you when it is ready."
      : "Sorry, there is no pickup for this one. It travels well in the mail."
  },
  {
    question: "Do you ship this out of state?",
    answer: row.shipping_enabled
      ? "Anywhere in the United States. The parcel is insured."
      : "This one does not ship; it has to be picked up at the studio."
  },
  { question: "What if it is not right for me?", answer: shop.row.return_policy }
]

/** Questions on active listings with the shops' answers; the newest ones are still open. */
export const generateQuestions = (
  offers: ReadonlyArray<Offer>,
  count: number,
  open: number,
  seed: number,
  now: Date
): ReadonlyArray<QuestionRow> => {
  const r: Random = random(seed, "questions")
  const draw = deck(r)
  const about = (offer: Offer): Exchange => {
    const chance = r.next()
    if (chance < 0.35) return { question: draw(offer.craft.careQuestions), answer: offer.composed.care.answer }
    if (chance < 0.65) {
      const [question, answer] = draw(offer.craft.questions)
      return { question, answer }
    }
    return chance < 0.9 ? r.pick(practical(offer)) : draw(wrapping)
  }
  const asked = new Set<string>()
  const rows: Array<QuestionRow> = []
  while (rows.length < count) {
    const offer = r.pick(offers)
    const { answer, question } = about(offer)
    if (asked.has(`${offer.row.id} ${question}`)) continue
    asked.add(`${offer.row.id} ${question}`)
    const unanswered = rows.length < open
    rows.push({
      id: r.id("qst"),
      listing_id: offer.row.id,
      question,
      answer: unanswered ? null : answer,
      created_at: daysBefore(now, Math.min(offer.age, 150) * (unanswered ? 0.02 : 1) * r.next())
    })
  }
  return rows
}
