import { Effect } from "effect"
import { draftFields, ListingWritten } from "../../../schemas/selling.ts"
import { Selling } from "../../services/Selling.ts"
import { defineTool } from "../Tool.ts"

export const createListing = defineTool(
  {
    name: "create_listing",
    aliases: ["create_product"],
    toolset: "seller",
    title: "Create a listing",
    description:
      "Use this when a signed-in maker wants to list something new in their shop. Ask for what is missing before you call; errors carry the question to ask. Do not make up prices or stock.",
    input: draftFields,
    output: ListingWritten,
    does: "creates",
    saga: true,
    scopes: ["listings.write"],
    widget: "listing_confirmation",
    widgetMayCall: true,
    says: ["Creating the listing", "Created the listing"],
    subject: ({ listing }) => listing.id,
    tell: ({ listing, message }) => `${message}\nIts id is ${listing.id}.`
  },
  (draft, record) => Effect.flatMap(Selling, (selling) => selling.create(draft, record))
)
