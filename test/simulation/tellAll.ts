import { tell } from "./tell.ts"
import { openStage } from "./world.ts"

/** Everything that must happen somewhere in enough histories, or they would prove little. */
export const mustHappen: ReadonlyArray<string> = [
  "the server stopped",
  "a statement was lost",
  "a statement was done and not heard of",
  "a request to the provider was lost",
  "a request to the provider came late",
  "an answer of the provider was lost",
  "an answer to a buyer was lost",
  "a buyer lost patience",
  "a buyer asked again although they were answered",
  "a message was delivered twice",
  "the provider told of a payment",
  "the clock went back",
  "the clock jumped ahead",
  "an order: shipped",
  "an order: delivered",
  "an order: canceled",
  "answered open",
  "answered revise",
  "answered complete",
  "answered cancel",
  "answered TotalChanged",
  "answered PaymentDeclined",
  "answered OutOfStock",
  "answered SessionExpired",
  "answered IllegalStep"
]

/** Tells histories from one seed on. The first that breaks a law stops it, with all that is needed to see it again. */
export const tellAll = async (from: number, count: number, heard: (told: number) => void = () => {}) => {
  const open = await openStage()
  const counts = new Map<string, number>()
  try {
    for (let seed = from; seed < from + count; seed++) {
      const { trace, violations, ...told } = await tell(open, seed)
      for (const [what, times] of told.counts) counts.set(what, (counts.get(what) ?? 0) + times)
      if (violations.length > 0) {
        const last = trace.slice(-60).join("\n")
        throw new Error(
          `The history of seed ${seed} breaks a law. See it again with: npm run soak -- --seed ${seed}\n${violations.join("\n")}\n\n${last}`
        )
      }
      heard(seed - from + 1)
    }
    return counts
  } finally {
    await open.dispose()
  }
}
