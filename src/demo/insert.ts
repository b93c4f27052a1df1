import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/**
 * Inserts rows whose fields are named like the columns, a thousand at a time; the database reads them from one JSON text.
 * With `skip` a row that is already there is left as it is.
 */
export const insertRows = Effect.fnUntraced(function* (
  table: string,
  rows: ReadonlyArray<object>,
  { skip = false }: { readonly skip?: boolean } = {}
) {
  const sql = yield* SqlClient.SqlClient
  if (rows.length === 0) return
  const columns = sql.csv(Object.keys(rows[0]!).map((column) => sql`${sql(column)}`))
  for (let from = 0; from < rows.length; from += 1000) {
    const text = JSON.stringify(rows.slice(from, from + 1000))
    yield* sql`INSERT INTO ${sql(table)} (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::${sql(table)}, ${text}::json) ${sql.literal(skip ? "ON CONFLICT DO NOTHING" : "")}`
  }
})
