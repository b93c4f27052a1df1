import { Effect, Schema } from "effect"
import { ListingId } from "../../../schemas/ids.ts"
import { listingBounds } from "../../../schemas/listingBounds.ts"
import { ListingFormAnswer } from "../../../schemas/listingForm.ts"
import { dollars } from "../../../schemas/money.ts"
import { draftFields } from "../../../schemas/selling.ts"
import { line, lines } from "../../../schemas/text.ts"
import { ListingForms } from "../../services/ListingForms.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const tell = ({ form: { categories, listing, review, shop } }: ListingFormAnswer) => {
  const { category, id, price, title } = listing
  const known = [title, price === undefined ? undefined : money(price), category].filter((each) => each !== undefined)
  return [
    id === undefined
      ? `A form for something new in ${shop.name}, in ${shop.city}.`
      : `A form for the listing ${id} of ${shop.name}, in ${shop.city}.`,
    known.length === 0 ? "Nothing is filled in yet." : `Filled in: ${known.join(", ")}.`,
    `Nothing is saved until the maker saves the form. Without a form to see, ask for what is missing, then call ${id === undefined ? "create_listing" : "update_listing"}.`,
    `Categories: ${categories.map(({ slug }) => slug).join(", ")}.`,
    ...(review ? ["Somebody looks at a listing before buyers see it."] : [])
  ].join("\n")
}

export const openListingForm = defineTool(
  {
    name: "open_listing_form",
    toolset: "seller",
    title: "Open the listing form",
    description:
      "Use this when a signed-in maker wants to fill in a form themselves or to upload pictures, for something new or for a listing of theirs. When all facts are known, call create_listing or update_listing instead. It saves nothing.",
    input: {
      listingId: Schema.optionalKey(ListingId.annotate({ description: "The maker's own, to change it" })),
      title: Schema.optionalKey(line({ maximum: 100, description: "As far as it is known, as all that follows" })),
      description: Schema.optionalKey(line({ maximum: 5000, description: "In the maker's words", ...lines })),
      price: Schema.optionalKey(dollars("US dollars", listingBounds.price)),
      stock: Schema.optionalKey(
        Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 })).annotate({ description: "Pieces for sale" })
      ),
      category: Schema.optionalKey(
        Schema.String.check(Schema.isMaxLength(100)).annotate({ description: "Slug or name" })
      ),
      shopId: draftFields.shopId
    },
    output: ListingFormAnswer,
    does: "reads",
    scopes: ["listings.write"],
    widget: "listing_form",
    widgetMayCall: true,
    says: ["Opening the form", "Opened the form"],
    tell
  },
  Effect.fnUntraced(function* (said) {
    return { form: yield* (yield* ListingForms).open(said) }
  })
)
