import { Context, Effect, Layer, Option, Stream } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import { FeedVersions } from "../store/FeedVersions.ts"
import { Listings } from "../store/Listings.ts"
import type { FeedListing } from "../store/listings/feedStatements.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

export type { FeedListing }

/** How the catalogue stands, as far as feeds tell of it. */
export interface FeedVersion {
  readonly fingerprint: string
  readonly since: Date
}

const pageSize = 500

/** The catalogue for those who keep a copy of it: what is for sale, and what is sold out for now. */
export class Feed extends Context.Service<
  Feed,
  {
    /** As it was not longer than a minute ago. */
    readonly version: Effect.Effect<FeedVersion, Unavailable>
    /** A listing was written: the next who asks for the version looks. */
    readonly changed: Effect.Effect<void>
    /** Page by page: while a slow reader takes one in, the database waits for nobody. */
    readonly pages: Stream.Stream<ReadonlyArray<FeedListing>, Unavailable>
  }
>()("craftlocal/services/Feed") {
  static readonly layer = Layer.effect(
    Feed,
    Effect.gen(function* () {
      const listings = yield* Listings
      const versions = yield* FeedVersions
      const [version, changed] = yield* Effect.cachedInvalidateWithTTL(
        Effect.gen(function* () {
          const fingerprint = yield* listings.fingerprint
          return { fingerprint, since: yield* orUnavailable(versions.since(fingerprint, yield* now)) }
        }).pipe(Effect.withSpan("Feed.version")),
        "1 minute"
      )
      const pages = Stream.paginate("", (after: string) =>
        Effect.map(listings.page(after, pageSize), (page) => {
          const next = page.length < pageSize ? Option.none<string>() : Option.some<string>(page.at(-1)!.id)
          return [[page], next] as const
        })
      )
      return Feed.of({ version, pages, changed })
    })
  )
}
