import { Effect } from "effect"
import { MyListings, myListingsFields } from "../../../schemas/selling.ts"
import { Selling } from "../../services/Selling.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const tell = ({ hasMore, listings, totalCount }: MyListings) =>
  listings.length === 0
    ? "There are no such listings. create_listing makes one."
    : [
        `${totalCount} listings, newest first${hasMore ? "; raise offset for more" : ""}:`,
        ...listings.map(({ id, images, price, reviewNote, status, stock, title, url }) =>
          [
            `${id}: ${title}, ${money(price)}, ${status}, ${stock} in stock, ${url}`,
            ...(images.length === 0 ? ["no pictures"] : []),
            ...(reviewNote === null ? [] : [`refused: ${reviewNote}`])
          ].join(", ")
        )
      ].join("\n")

export const listMyListings = defineTool(
  {
    name: "list_my_listings",
    aliases: ["list_products"],
    toolset: "seller",
    title: "List my listings",
    description:
      "Use this when a signed-in maker asks for their own listings, drafts and hidden ones too, or when you need the id of one. Buyers search with search_listings.",
    input: myListingsFields,
    output: MyListings,
    does: "reads",
    scopes: ["listings.read"],
    widgetMayCall: true,
    says: ["Looking up your listings", "Looked up your listings"],
    tell
  },
  (query) => Effect.flatMap(Selling, (selling) => selling.list(query))
)
