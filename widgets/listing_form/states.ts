import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { pictureOf, pieces, shops } from "../kit/samples.ts"
import type { Form, ListingFormAnswer, SoFar } from "./read.ts"

const [mug] = pieces
const { city, id, name } = shops[0]
const form = (listing: SoFar, patch: Partial<Form> = {}): ListingFormAnswer => ({
  form: {
    shop: { id, name, city },
    listing,
    currency: "usd",
    categories: [
      { slug: "candles", name: "Candles" },
      { slug: "ceramics", name: "Ceramics" },
      { slug: "textiles", name: "Textiles" }
    ],
    review: false,
    ...patch
  }
})
const known: SoFar = {
  id: mug.id,
  status: "active",
  title: mug.title,
  description:
    "A low, wide cup for milky coffee, thrown on the wheel and glazed in iron brown.\nIt is safe in the dishwasher.",
  price: mug.price,
  stock: mug.stock,
  category: "ceramics",
  images: [pictureOf(mug), pictureOf(mug, 2)],
  tags: ["mug", "coffee"],
  materials: ["stoneware"],
  dimensions: "4 x 3 in",
  shipping_enabled: true,
  shipping_cost: 6.5,
  pickup_enabled: true,
  lead_time_days: 2
}
const long =
  "A very long name that says all that can be said of one place of work, and withoutanyspacewhereitcouldbreak"
const written = answered({
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
    updated_at: "2026-05-04T09:00:00.000Z"
  },
  message: `${mug.title} is for sale.`
})
const image = { url: pictureOf(mug, 2), width: 800, height: 800 }
const tools = {
  open_listing_form: answered(form(known)),
  create_listing: written,
  update_listing: written,
  upload_listing_image: answered({ image })
}
const draft = { ...known, status: "draft" } as const

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(form({})), tools },
  { name: "said already", result: answered(form({ title: mug.title, price: mug.price, category: "ceramics" })), tools },
  { name: "editing", result: answered(form(known)), tools },
  { name: "editing a draft that is reviewed", result: answered(form(draft, { review: true })), tools },
  { name: "long texts", result: answered(form(known, { shop: { id, name: long, city: long } })), tools },
  { name: "tools absent", result: answered(form(known), ["search_listings"]) },
  { name: "no capabilities", result: answered(form({})), capabilities: {} },
  {
    name: "failed",
    result: refused("FORBIDDEN", "This needs the permission listings.write. Sign in again and allow it.")
  },
  { name: "cancelled", cancelled: true }
]
