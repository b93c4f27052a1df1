import { Context } from "effect"
import type { Channel, Viewer } from "../../schemas/access.ts"
import type { Standings } from "./RateLimit.ts"

/** Who is asking, by which door. The door provides it for every request; nothing below a door reads a header. */
export class Caller extends Context.Service<
  Caller,
  {
    readonly viewer: Viewer
    readonly channel: Channel
    /** Where the request came from, as far as we can tell: what tells guests apart who say nothing of themselves. */
    readonly from: string
    /** One for each request, in the logs and in the audit. */
    readonly correlationId: string
    /** How this request stands with the limits it was counted against, where somebody tells its sender. */
    readonly standings?: Standings
  }
>()("craftlocal/ports/Caller") {}

/** When the request came in: what was saved after that, its sender cannot have seen. */
export class Arrival extends Context.Reference<Date | undefined>("craftlocal/ports/Arrival", {
  defaultValue: () => undefined
}) {}
