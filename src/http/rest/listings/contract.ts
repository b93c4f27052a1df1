import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { NotFound } from "../../../../schemas/errors.ts"
import { ListingId } from "../../../../schemas/ids.ts"
import { Listing, SearchAnswer, SearchQuery } from "../../../../schemas/listing.ts"
import { Category, City } from "../../../../schemas/shop.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { refusals } from "../refusals.ts"

const search = HttpApiEndpoint.get("search", "/api/v1/listings/search", {
  query: SearchQuery,
  success: SearchAnswer
}).annotateMerge(
  about({
    summary: "Search listings",
    description:
      "Handmade goods by words, category, city, price, shop and tags, with facets to narrow down. Misspelled words are corrected, which `suggestion` tells. Unknown parameters are ignored; `tags` may be repeated or separated by commas.",
    query: SearchQuery
  })
)

const read = HttpApiEndpoint.get("read", "/api/v1/listings/:id", {
  params: { id: ListingId },
  success: Schema.Struct({ listing: Listing }),
  error: refusals(NotFound)
}).annotateMerge(
  about({
    summary: "Read a listing",
    description: "Everything about one listing, sold-out ones too. Drafts are found by their maker only."
  })
)

const categories = HttpApiEndpoint.get("categories", "/api/v1/categories", {
  success: Schema.Struct({ categories: Schema.Array(Category) })
}).annotateMerge(about({ summary: "List categories", description: "Each with its number of active listings." }))

const cities = HttpApiEndpoint.get("cities", "/api/v1/cities", {
  success: Schema.Struct({ cities: Schema.Array(City) })
}).annotateMerge(about({ summary: "List cities", description: "Each with its number of active listings." }))

export class Listings extends HttpApiGroup.make("listings")
  .add(search, read, categories, cities)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What is for sale" })) {}
