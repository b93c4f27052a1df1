import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { imagePath, imageQuota } from "../../src/domain/images.ts"
import { Images } from "../../src/store/Images.ts"
import { onEveryDatabase } from "../databases.ts"
import { stores } from "../services/market.ts"

const noon = new Date("2026-11-20T12:00:00Z")
const hours = (n: number) => new Date(noon.getTime() + n * 3_600_000)
const image = (n: number, size = 3) => ({
  id: n.toString(16).padStart(64, "0"),
  bytes: new Uint8Array(size).fill(n % 256),
  contentType: "image/webp",
  width: 1,
  height: 1
})
const sweepAt = (at: Date) =>
  Effect.flatMap(Images, ({ sweep }) =>
    sweep(new Date(at.getTime() - 6 * 3_600_000), new Date(at.getTime() - 24 * 3_600_000), at)
  )

onEveryDatabase(
  "kept pictures",
  ({ layer }) => stores(layer),
  (it) => {
    it.effect("come back byte by byte, and are kept once however many keep them", () =>
      Effect.gen(function* () {
        const { find, keep } = yield* Images
        const sql = yield* SqlClient.SqlClient
        const bytes = new Uint8Array(256).map((_, n) => n)
        for (const owner of ["account:a", "account:a", "account:b"]) {
          assert.isTrue(yield* keep({ ...image(1), bytes }, owner, noon))
        }
        const found = yield* find(image(1).id)
        assert.deepEqual([...found!.bytes], [...bytes])
        assert.strictEqual(found!.contentType, "image/webp")
        assert.isUndefined(yield* find(image(2).id))
        const [row] = yield* sql<{
          n: number
        }>`SELECT count(*)::int AS n FROM image_keepers WHERE image_id = ${image(1).id}`
        assert.strictEqual(row!.n, 2)
      })
    )

    it.effect("are so many for one owner, and so large together, and no more", () =>
      Effect.gen(function* () {
        const { keep } = yield* Images
        const sql = yield* SqlClient.SqlClient
        yield* sql`INSERT INTO images (id, bytes, size, content_type, width, height, created_at, unused_since, checked_at)
        SELECT 'many' || n, '', 1, 'image/webp', 1, 1, ${noon}, ${noon}, ${noon}
        FROM generate_series(1, ${imageQuota.count - 1}::int) n`
        yield* sql`INSERT INTO image_keepers SELECT 'account:many', id, ${noon} FROM images WHERE id LIKE 'many%'`
        assert.isTrue(yield* keep(image(10), "account:many", noon))
        assert.isFalse(yield* keep(image(11), "account:many", noon))
        assert.isTrue(yield* keep(image(10), "account:many", noon), "what they have is not counted twice")
        assert.isTrue(yield* keep(image(11), "account:few", noon))
        yield* sql`UPDATE images SET size = ${imageQuota.bytes - 2} WHERE id = ${image(11).id}`
        assert.isFalse(yield* keep(image(12), "account:few", noon))
        assert.isTrue(yield* keep(image(13, 2), "account:few", noon))
      })
    )

    it.effect("go a day after the last thing that showed them, and not before", () =>
      Effect.gen(function* () {
        const { find, keep, touch } = yield* Images
        const sql = yield* SqlClient.SqlClient
        const [shown, ordered, lost, brought] = [20, 21, 22, 23].map((n) => image(n))
        for (const each of [shown!, ordered!, lost!, brought!]) yield* keep(each, "account:s", noon)
        const isThere = (each = lost!) => Effect.map(find(each.id), (found) => found !== undefined)
        yield* sql`UPDATE listings SET images = ${[imagePath(shown!.id), "/images/lst_mug/1.svg"]} WHERE id = 'lst_mug'`
        yield* sql`UPDATE listings SET images = ${[imagePath(ordered!.id)]} WHERE id = 'lst_bowl'`

        yield* sweepAt(hours(7))
        yield* sweepAt(hours(23))
        assert.isTrue(yield* isThere())
        assert.deepEqual(yield* touch([brought!.id, image(99).id], hours(23)), new Set([brought!.id]))
        yield* sweepAt(hours(30))
        assert.isFalse(yield* isThere())
        for (const each of [shown!, ordered!, brought!]) assert.isTrue(yield* isThere(each))

        yield* sql`UPDATE listings SET images = '{}' WHERE id = 'lst_mug'`
        yield* sweepAt(hours(40))
        yield* sweepAt(hours(60))
        assert.isTrue(yield* isThere(shown), "a day from when it was seen unused")
        yield* sweepAt(hours(70))
        assert.isFalse(yield* isThere(shown))
        assert.isTrue(yield* isThere(ordered))
      })
    )
  }
)
