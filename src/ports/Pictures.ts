import { Context, Effect, Option } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"

/** Pictures of listings that are drawn and not stored, as SVG. Unless told otherwise there are none. */
export class Pictures extends Context.Reference<{
  readonly svg: (listingId: string, file: string) => Effect.Effect<Option.Option<string>, Unavailable>
}>("craftlocal/ports/Pictures", {
  defaultValue: () => ({ svg: () => Effect.succeed(Option.none()) })
}) {}
