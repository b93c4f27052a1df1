import { Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import { Pictures } from "../ports/Pictures.ts"
import { orUnavailable } from "../store/Sql.ts"
import { imageOf, imageOfPath } from "./picture.ts"

/** Draws the pictures that demo listings name as theirs; there are no others. */
export const layerPictures = Layer.effect(
  Pictures,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    return {
      svg: Effect.fn("Pictures.svg")(function* (listingId: string, file: string) {
        const path = `/images/${listingId}/${file}`
        const asked = imageOfPath(path)
        if (asked === undefined) return Option.none()
        const [row] = yield* orUnavailable(sql<{ category: string; title: string }>`
          SELECT category, title FROM listings WHERE id = ${asked.id} AND ${path} = ANY(images)`)
        return Option.map(Option.fromUndefinedOr(row), (listing) => imageOf({ ...asked, ...listing }))
      })
    }
  })
)
