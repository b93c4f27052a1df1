import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { searchWire } from "../../../../schemas/searchWire.ts"
import { Caller } from "../../../ports/Caller.ts"
import { Catalog } from "../../../services/Catalog.ts"
import { Api } from "../../Api.ts"

export const layerListings = HttpApiBuilder.group(
  Api,
  "listings",
  Effect.fnUntraced(function* (handlers) {
    const catalog = yield* Catalog
    return handlers.handleAll({
      search: ({ query }) =>
        Effect.map(catalog.search(query), (answer) => HttpServerResponse.jsonUnsafe(searchWire(answer))),
      read: Effect.fnUntraced(function* ({ params }) {
        return { listing: yield* catalog.listing(params.id, (yield* Caller).viewer) }
      }),
      categories: () => Effect.map(catalog.categories, (categories) => ({ categories })),
      cities: () => Effect.map(catalog.cities, (cities) => ({ cities }))
    })
  })
)
