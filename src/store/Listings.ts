import { Array, Context, Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import { canExist, type ListingId } from "../../schemas/ids.ts"
import type { SearchAnswer, SearchQuery } from "../../schemas/listing.ts"
import { nearest } from "../domain/spelling.ts"
import { corrected, insteadOfNothing, noSuchPlace, popularInstead } from "../domain/suggestions.ts"
import { type Asked, asked } from "./listings/Asked.ts"
import type { ForSale } from "./listings/ForSale.ts"
import { type FeedListing, feedPageStatement, fingerprintStatement } from "./listings/feedStatements.ts"
import { findStatement } from "./listings/findStatement.ts"
import { forSaleStatement } from "./listings/forSaleStatement.ts"
import { type SearchRow, searchStatement } from "./listings/searchStatement.ts"
import { card, facets, type StoredListing, storedListing } from "./listings/shown.ts"
import { cachedVocabulary } from "./listings/vocabulary.ts"
import { Places } from "./Places.ts"
import { orUnavailable } from "./Sql.ts"

/** The read side of the catalogue. */
export class Listings extends Context.Service<
  Listings,
  {
    /**
     * Active listings and how they divide, in one round trip. Images as stored. A word that is nowhere in the catalogue
     * is replaced by the nearest one that is, which takes a second round trip and is told in `suggestion`.
     */
    readonly search: (query: SearchQuery) => Effect.Effect<SearchAnswer, Unavailable>
    /** A listing of any status. */
    readonly find: (id: ListingId) => Effect.Effect<Option.Option<StoredListing>, Unavailable>
    /** What pricing needs of all these listings, of any status, in one round trip. Unknown ids are left out. */
    readonly forSale: (ids: Iterable<ListingId>) => Effect.Effect<ReadonlyMap<ListingId, ForSale>, Unavailable>
    /** Of all active listings, by their ids, so many after one. */
    readonly page: (after: string, limit: number) => Effect.Effect<ReadonlyArray<FeedListing>, Unavailable>
    /** Changes with anything that is told of an active listing in a page. */
    readonly fingerprint: Effect.Effect<string, Unavailable>
  }
>()("craftlocal/store/Listings") {
  static readonly layer = Layer.effect(
    Listings,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const places = yield* Places
      const vocabulary = yield* cachedVocabulary(sql)

      const run = (question: Asked) =>
        orUnavailable(Effect.map(searchStatement(sql, question), (rows): SearchRow => rows[0]!))

      const respell = Effect.fnUntraced(function* (words: ReadonlyArray<string>, unknown: ReadonlyArray<string>) {
        const known = yield* vocabulary
        return Array.dedupe(words.map((word) => (unknown.includes(word) ? (nearest(word, known) ?? word) : word)))
      })

      /** The answer to the words as written, or else to the ones that were probably meant. */
      const answered = Effect.fnUntraced(function* (question: Asked) {
        const row = yield* run(question)
        if (row.unknown.length === 0) return { row, words: question.words }
        const words = yield* respell(question.words, row.unknown)
        if (words.every((word, at) => word === question.words[at])) return { row, words }
        return { row: yield* run({ ...question, words }), words, suggestion: corrected(words) }
      })

      const instead = Effect.fnUntraced(function* (question: Asked, query: SearchQuery, row: SearchRow) {
        const { categories, cities } = yield* places.names
        if (question.categories?.length === 0) return noSuchPlace("category", categoryOf(query) ?? "", categories)
        if (question.cities?.length === 0) return noSuchPlace("city", cityOf(query) ?? "", cities)
        return insteadOfNothing(question.words, facets(row), categories)
      })

      const search = Effect.fn("Listings.search")(function* (query: SearchQuery) {
        const question = asked(query, {
          categories: yield* places.slugs("categories", categoryOf(query)),
          cities: yield* places.slugs("cities", cityOf(query))
        })
        const { row, suggestion, words } = yield* answered(question)
        const wordless = words.length === 0 && query.query !== undefined && query.query.trim() !== ""
        const told =
          row.total === 0
            ? yield* instead({ ...question, words }, query, row)
            : (suggestion ?? (wordless ? popularInstead : undefined))
        const answer: SearchAnswer = {
          listings: row.cards.map(card),
          totalCount: row.total,
          hasMore: question.offset + row.cards.length < row.total,
          facets: facets(row),
          ...(told !== undefined && { suggestion: told })
        }
        return answer
      })

      const find = Effect.fn("Listings.find")(function* (id: ListingId) {
        if (!canExist(id)) return Option.none<StoredListing>()
        const rows = yield* orUnavailable(findStatement(sql, id))
        return Option.map(Array.head(rows), storedListing)
      })

      const forSale = Effect.fn("Listings.forSale")(function* (ids: Iterable<ListingId>) {
        const possible = [...new Set(ids)].filter(canExist)
        if (possible.length === 0) return new Map<ListingId, ForSale>()
        const rows = yield* orUnavailable(forSaleStatement(sql, possible))
        return new Map(rows.map((row) => [row.id, row]))
      })

      const page = Effect.fn("Listings.page")((after: string, limit: number) =>
        orUnavailable(feedPageStatement(sql, after, limit))
      )

      const fingerprint = orUnavailable(Effect.map(fingerprintStatement(sql), (rows) => rows[0]!.fingerprint)).pipe(
        Effect.withSpan("Listings.fingerprint")
      )

      return Listings.of({ search, find, forSale, page, fingerprint })
    })
  ).pipe(Layer.provide(Places.layer))
}

const categoryOf = ({ category, categoryId }: SearchQuery) => category ?? categoryId
const cityOf = ({ city, cityId }: SearchQuery) => city ?? cityId
