import { Schema } from "effect"

const text = (maximum: number) => Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(maximum))
const url = Schema.String.check(Schema.isPattern(/^https?:\/\/\S+$/))
const country = Schema.Literal("US")

/** A line of `/feed/openai.jsonl`: one thing that can be bought, by the field reference of OpenAI's product feeds. */
export const OpenAiItem = Schema.Struct({
  item_id: text(100),
  title: text(150),
  description: text(5000),
  url,
  brand: text(70),
  seller_name: text(70),
  seller_url: url,
  seller_privacy_policy: url,
  seller_tos: url,
  return_policy: url,
  image_url: url,
  additional_image_urls: Schema.optionalKey(Schema.Array(url)),
  price: Schema.String.check(Schema.isPattern(/^\d+\.\d{2} USD$/)),
  availability: Schema.Literals(["in_stock", "out_of_stock"]),
  condition: Schema.Literal("new"),
  product_category: Schema.String,
  material: Schema.optionalKey(text(100)),
  group_id: Schema.String,
  listing_has_variations: Schema.Boolean,
  variant_dict: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  target_countries: Schema.Tuple([country]),
  store_country: country,
  is_eligible_search: Schema.Boolean,
  is_eligible_checkout: Schema.Boolean
})
export type OpenAiItem = typeof OpenAiItem.Type
