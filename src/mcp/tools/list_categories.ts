import { Effect, Schema } from "effect"
import { Category } from "../../../schemas/shop.ts"
import { wire } from "../../../schemas/wire.ts"
import { Catalog } from "../../services/Catalog.ts"
import { kept } from "../kept.ts"
import { defineTool } from "../Tool.ts"

const answerWith = kept((categories: ReadonlyArray<Category>) => ({ categories }))

export const listCategories = defineTool(
  {
    name: "list_categories",
    toolset: "storefront",
    title: "List categories",
    description:
      "Use this when the user asks what kinds of goods the marketplace has, or when you need a category slug for search_listings.",
    input: {},
    output: wire({ categories: Schema.Array(Category) }),
    encode: (output) => output,
    repeats: true,
    does: "reads",
    scopes: [],
    says: ["Listing categories", "Listed categories"],
    tell: ({ categories }) =>
      categories.map(({ listings, name, slug }) => `${slug}: ${name}, ${listings} listings`).join("\n")
  },
  () => Effect.flatMap(Catalog, ({ categories }) => Effect.map(categories, answerWith))
)
