import { createHash } from "node:crypto"
import { Effect, Stream } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { FeedMetadata } from "../../../schemas/acp/feed.ts"
import type { RateLimit } from "../../ports/RateLimit.ts"
import { Site } from "../../ports/Site.ts"
import { Feed, type FeedListing } from "../../services/Feed.ts"
import { counted } from "../edge.ts"
import { orRefused } from "../rest/told.ts"
import { openAiItemsOf } from "./openAiItemsOf.ts"
import { productOf } from "./productOf.ts"
import { unchanged } from "./unchanged.ts"

const encoder = new TextEncoder()

/**
 * The catalogue for those who keep a copy of it. What breaks in the middle breaks the connection, so that nobody takes a
 * part for the whole; a copy is replaced by the whole.
 */
export const layerFeed = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { name, publicUrl } = yield* Site
    const feed = yield* Feed
    const services = yield* Effect.context<RateLimit>()
    const market = { name, publicUrl }

    /** Answers what has changed since the asker last asked, and otherwise that nothing has. */
    const told = (what: string, answer: (since: Date) => HttpServerResponse.HttpServerResponse) =>
      Effect.gen(function* () {
        yield* counted
        const { fingerprint, since } = yield* feed.version
        const hash = createHash("sha256").update([what, name, publicUrl, fingerprint].join("\n")).digest("base64url")
        const etag = `W/"${hash.slice(0, 22)}"`
        const headers = { etag, "last-modified": since.toUTCString(), "cache-control": "public, max-age=60" }
        return unchanged(yield* HttpServerRequest.HttpServerRequest, { etag, since })
          ? HttpServerResponse.empty({ status: 304, headers })
          : HttpServerResponse.setHeaders(answer(since), headers)
      }).pipe(orRefused(`feed.${what}`), Effect.provideContext(services))

    const lines = (linesOf: (listing: FeedListing) => ReadonlyArray<unknown>) => () =>
      HttpServerResponse.stream(
        Stream.map(feed.pages, (page) =>
          encoder.encode(page.flatMap(linesOf).reduce<string>((text, line) => `${text}${JSON.stringify(line)}\n`, ""))
        ),
        { contentType: "application/jsonl; charset=utf-8" }
      )

    const product = productOf(market)
    const metadata = (since: Date): FeedMetadata => ({
      id: `feed_${new URL(publicUrl).host}`,
      target_country: "US",
      updated_at: since.toISOString()
    })
    yield* router.add(
      "GET",
      "/feed/metadata.json",
      told("metadata", (since) => HttpServerResponse.jsonUnsafe(metadata(since)))
    )
    yield* router.add(
      "GET",
      "/feed/products.jsonl",
      told(
        "products",
        lines((listing) => [product(listing)])
      )
    )
    yield* router.add("GET", "/feed/openai.jsonl", told("openai", lines(openAiItemsOf(market))))
  })
)
