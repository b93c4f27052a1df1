import { Effect, Exit } from "effect"
import type { SqlClient } from "effect/sql"
import type { KnownWord } from "../../domain/spelling.ts"
import { orUnavailable } from "../Sql.ts"

/** The shop's own words, at most a minute old. Asked for only when a word was found nowhere. */
export const cachedVocabulary = (sql: SqlClient.SqlClient) =>
  Effect.cachedWithTTL(
    orUnavailable(sql<KnownWord>`
      SELECT word, sum(listings)::int AS listings FROM vocabulary
      GROUP BY word HAVING sum(listings) > 0 ORDER BY 2 DESC, word LIMIT 50000`),
    (exit) => (Exit.isSuccess(exit) ? "1 minute" : "0 seconds")
  )
