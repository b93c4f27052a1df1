import { Effect } from "effect"
import { ListingId } from "../../../schemas/ids.ts"
import { ListingRemoved, removalFields } from "../../../schemas/selling.ts"
import { Selling } from "../../services/Selling.ts"
import { defineTool } from "../Tool.ts"

export const deleteListing = defineTool(
  {
    name: "delete_listing",
    aliases: ["delete_product"],
    toolset: "seller",
    title: "Delete a listing",
    description:
      "Use this when a signed-in maker wants a listing of their own gone from the marketplace, for good. To pause it, or when it sold elsewhere, use update_listing. Do not call it without the maker's agreement.",
    input: { listingId: ListingId.annotate({ description: "The id of the listing" }), ...removalFields },
    output: ListingRemoved,
    does: "removes",
    saga: true,
    scopes: ["listings.write"],
    widgetMayCall: true,
    says: ["Deleting the listing", "Deleted the listing"],
    subject: ({ listingId }) => listingId,
    tell: ({ message }) => message
  },
  ({ listingId, reason }, record) => Effect.flatMap(Selling, (selling) => selling.remove(listingId, reason, record))
)
