import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { imageQuota } from "../domain/images.ts"

export interface NewImage {
  /** The hash of its bytes. */
  readonly id: string
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly width: number
  readonly height: number
}

/** Pictures by what they show, and who keeps them. */
export class Images extends Context.Service<
  Images,
  {
    /** False when this owner has too many already. What they have is not counted twice. */
    readonly keep: (image: NewImage, owner: string, at: Date) => Effect.Effect<boolean, SqlError.SqlError>
    readonly find: (id: string) => Effect.Effect<Pick<NewImage, "bytes" | "contentType"> | undefined, SqlError.SqlError>
    /** Whose room the pictures of a shop take. */
    readonly keeperOf: (shopId: string) => Effect.Effect<string, SqlError.SqlError>
    /** Which of these there are. They count as used from now on. */
    readonly touch: (ids: ReadonlyArray<string>, at: Date) => Effect.Effect<ReadonlySet<string>, SqlError.SqlError>
    /** Looks at those not looked at since then, and removes those that nothing has shown for longer than that. */
    readonly sweep: (since: Date, unusedBefore: Date, at: Date) => Effect.Effect<number, SqlError.SqlError>
  }
>()("craftlocal/store/Images") {
  static readonly layer = Layer.effect(
    Images,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      const mayKeep = Effect.fnUntraced(function* (owner: string, { bytes, id }: NewImage) {
        yield* sql`SELECT pg_advisory_xact_lock(hashtextextended(${owner}, 13))`
        const [row] = yield* sql<{ has: boolean; fits: boolean }>`
          SELECT coalesce(bool_or(k.image_id = ${id}), false) AS has,
            count(*) < ${imageQuota.count} AND coalesce(sum(i.size), 0) + ${bytes.byteLength}::int <= ${imageQuota.bytes} AS fits
          FROM image_keepers k JOIN images i ON i.id = k.image_id WHERE k.owner = ${owner}`
        return row!.has || row!.fits
      })

      return {
        keep: Effect.fnUntraced(function* (image, owner, at) {
          if (!(yield* mayKeep(owner, image))) return false
          const { bytes, contentType, height, id, width } = image
          yield* sql`INSERT INTO images (id, bytes, size, content_type, width, height, created_at, unused_since, checked_at)
            VALUES (${id}, ${bytes}, ${bytes.byteLength}, ${contentType}, ${width}, ${height}, ${at}, ${at}, ${at})
            ON CONFLICT (id) DO UPDATE SET unused_since = excluded.unused_since, checked_at = excluded.checked_at`
          yield* sql`INSERT INTO image_keepers (owner, image_id, created_at) VALUES (${owner}, ${id}, ${at})
            ON CONFLICT DO NOTHING`
          return true
        }, sql.withTransaction),
        find: Effect.fnUntraced(function* (id) {
          const [row] = yield* sql<{ bytes: Uint8Array; content_type: string }>`
            SELECT bytes, content_type FROM images WHERE id = ${id}`
          return row && { bytes: row.bytes, contentType: row.content_type }
        }),
        keeperOf: Effect.fnUntraced(function* (shopId) {
          const [row] = yield* sql<{ account_id: string }>`SELECT account_id FROM shops WHERE id = ${shopId}`
          return row === undefined ? `shop:${shopId}` : `account:${row.account_id}`
        }),
        touch: Effect.fnUntraced(function* (ids, at) {
          if (ids.length === 0) return new Set()
          const rows = yield* sql<{ id: string }>`UPDATE images SET unused_since = ${at}, checked_at = ${at}
            WHERE id = ANY(${ids}) RETURNING id`
          return new Set(rows.map(({ id }) => id))
        }),
        sweep: Effect.fnUntraced(function* (since, unusedBefore, at) {
          const looked = yield* sql<{ id: string }>`
            WITH due AS (
              SELECT id, '/images/' || id || '.webp' AS path FROM images WHERE checked_at <= ${since}
              ORDER BY checked_at LIMIT 1000 FOR UPDATE SKIP LOCKED
            ), shown AS (
              SELECT unnest(images) AS path FROM listings WHERE EXISTS (SELECT FROM due)
              UNION ALL SELECT image FROM order_lines WHERE EXISTS (SELECT FROM due)
            ), used AS (SELECT DISTINCT d.id FROM due d JOIN shown s ON s.path = d.path)
            UPDATE images i SET checked_at = ${at},
              unused_since = CASE WHEN i.id IN (SELECT id FROM used) THEN NULL ELSE coalesce(i.unused_since, ${at}) END
            FROM due WHERE i.id = due.id RETURNING i.id`
          const ids = looked.map(({ id }) => id)
          if (ids.length === 0) return 0
          const gone = yield* sql`DELETE FROM images
            WHERE id = ANY(${ids}) AND unused_since <= ${unusedBefore} RETURNING id`
          return gone.length
        }, sql.withTransaction)
      }
    })
  )
}
