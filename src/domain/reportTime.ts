import { Result } from "effect"
import { Invalid } from "../../schemas/errors.ts"

/** How far the clocks of others may be off, in milliseconds. */
const leeway = 5 * 60_000

/** Nothing is told of what has yet to happen. */
export const hasHappened = (occurredAt: Date, now: Date): Result.Result<Date, Invalid> =>
  occurredAt.getTime() > now.getTime() + leeway
    ? Result.fail(Invalid.of("occurred_at", "Expected a moment that is not in the future"))
    : Result.succeed(occurredAt)

/** When something happened to an order: within its life, by our clock. A little outside is a clock that is off. */
export const withinLife = (occurredAt: Date, createdAt: Date, now: Date): Result.Result<Date, Invalid> => {
  if (occurredAt.getTime() < createdAt.getTime() - leeway) {
    return Result.fail(Invalid.of("occurred_at", "Expected a moment after the order was placed"))
  }
  const within = new Date(Math.max(createdAt.getTime(), Math.min(occurredAt.getTime(), now.getTime())))
  return Result.map(hasHappened(occurredAt, now), () => within)
}
