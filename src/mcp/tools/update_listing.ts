import { Effect } from "effect"
import { Invalid } from "../../../schemas/errors.ts"
import { ListingId } from "../../../schemas/ids.ts"
import { ListingUpdates, ListingWritten } from "../../../schemas/selling.ts"
import { Selling } from "../../services/Selling.ts"
import { defineTool } from "../Tool.ts"

/** What is wrong with a field of the updates is told where it stands. */
const within = ({ issues }: Invalid) =>
  new Invalid({
    issues: issues.map(({ path, ...issue }) => ({ ...issue, path: path === "" ? "updates" : `updates.${path}` }))
  })

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
    widget: "listing_confirmation",
    widgetMayCall: true,
    says: ["Updating the listing", "Updated the listing"],
    subject: ({ listing }) => listing.id,
    tell: ({ message }) => message
  },
  ({ listingId, updates }, record) =>
    Effect.flatMap(Selling, (selling) =>
      Effect.catchTag(selling.update(listingId, updates, record), "Invalid", (refused) => Effect.fail(within(refused)))
    )
)
