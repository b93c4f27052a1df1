import { Context, Effect, Layer, Schema } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"

/** What is accepted of an answer, and for how long it is waited for. */
export interface Wanted {
  /** Of the body, as it is sent; a longer one is refused. */
  readonly maxBytes: number
  /** For everything together: names, redirects and the whole body. */
  readonly timeoutMs: number
  /** Media types such as `image/png` or `image/*`; anything when not given. */
  readonly accept?: ReadonlyArray<string>
  /** How many redirects are followed, each checked like the first address; 3 when not given, and 0 refuses them. */
  readonly redirects?: number
}

export interface Found {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Where it was found after the redirects. */
  readonly url: string
}

/** We do not go there, or do not take what is there. Asking again changes nothing. */
export class OutsideRefused extends Schema.TaggedError<OutsideRefused>()("OutsideRefused", { why: Schema.String }) {
  override get message() {
    return this.why
  }
}

/** Another picture for every address. */
const pictureAt = (url: string) =>
  url.startsWith("https://") ? { body: new TextEncoder().encode(`GIF89a ${url}`) } : undefined

/** Reads addresses that somebody else has named: only of the public internet, bounded in time and size. */
export class Outside extends Context.Service<
  Outside,
  {
    readonly get: (url: string, wanted: Wanted) => Effect.Effect<Found, OutsideRefused | Unavailable>
  }
>()("craftlocal/ports/Outside") {
  /** An outside world that holds these things, by their addresses; without any, every https address is a tiny GIF. */
  static readonly layerMemory = (things?: Readonly<Record<string, Partial<Found>>>) =>
    Layer.succeed(Outside, {
      get: (url) => {
        const thing = things === undefined ? pictureAt(url) : things[url]
        return thing === undefined
          ? Effect.fail(new OutsideRefused({ why: "There is nothing at this address." }))
          : Effect.succeed({ status: 200, headers: {}, body: new Uint8Array(), url, ...thing })
      }
    })
}
