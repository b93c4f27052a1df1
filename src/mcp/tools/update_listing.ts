import { Effect } from "effect"
import { ListingId } from "../../../schemas/ids.ts"
import { ListingUpdates, ListingWritten } from "../../../schemas/selling.ts"
import { Selling } from "../../services/Selling.ts"
import { defineTool } from "../Tool.ts"

export const updateListing = defineTool(
  {
    name: "update_listing",
    aliases: ["update_product"],
    toolset: "seller",
    title: "Update a listing",
    description:
      "Use this when a signed-in maker wants to change a listing of their own: price, words, stock, pictures, shipping, or to mark it as sold, hide it as a draft or put it up again. What is left out of updates stays. Find the id with list_my_listings.",
    input: {
      listingId: ListingId.annotate({ description: "The id of the listing" }),
      updates: ListingUpdates.annotate({ description: "What is to be otherwise" })
    },
    output: ListingWritten,
    does: "changes",
    saga: true,
    scopes: ["listings.write"],
    says: ["Updating the listing", "Updated the listing"],
    subject: ({ listing }) => listing.id,
    tell: ({ message }) => message
  },
  ({ listingId, updates }, record) => Effect.flatMap(Selling, (selling) => selling.update(listingId, updates, record))
)
