import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { pictureOf, pieces } from "../kit/samples.ts"
import type { ListingWritten, MyListing } from "./read.ts"

const [mug] = pieces
const written = (patch: Partial<MyListing> = {}): ListingWritten => ({
  listing: {
    id: mug.id,
    title: mug.title,
    price: mug.price,
    currency: "usd",
    status: "active",
    stock: mug.stock,
    variants: 0,
    category: "ceramics",
    city: "chicago",
    images: [pictureOf(mug)],
    url: `${sampleOrigin}/l/${mug.id}`,
    review_note: null,
    created_at: "2026-05-04T09:00:00.000Z",
    updated_at: "2026-05-04T09:00:00.000Z",
    ...patch
  },
  message: `${mug.title} is for sale.`
})
const note = "The second picture shows another piece. Please replace it, and publish again."
const long =
  "A very long title that says all that can be said of one piece of clay, and withoutanyspacewhereitcouldbreak"
const tools = { update_listing: answered(written({ status: "pending_review" })) }

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(written()), tools },
  { name: "draft", result: answered(written({ status: "draft", images: [] })), tools },
  { name: "sent back", result: answered(written({ status: "draft", review_note: note })), tools },
  { name: "waiting for review", result: answered(written({ status: "pending_review" })), tools },
  { name: "sold", result: answered(written({ status: "sold", stock: 0 })), tools },
  {
    name: "long texts",
    result: answered(written({ title: long, status: "draft", review_note: `${note} ${long}` })),
    tools
  },
  { name: "tools absent", result: answered(written(), ["search_listings"]) },
  { name: "no capabilities", result: answered(written({ status: "draft" })), capabilities: {} },
  { name: "failed", result: refused("NOT_FOUND", "There is no such listing. Check the id, or search again.") },
  { name: "cancelled", cancelled: true }
]
