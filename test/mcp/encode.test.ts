import { Schema } from "effect"
import { expect, test } from "vitest"
import { Category } from "../../schemas/shop.ts"
import { wire } from "../../schemas/wire.ts"

test("categories read the same in our hands and on the wire, so list_categories need not encode them", () => {
  const answer = { categories: [{ slug: "home-decor", name: "Home decor", listings: 12 }] }
  const schema = wire({ categories: Schema.Array(Category) })
  expect(Schema.encodeSync(schema)(answer)).toEqual(answer)
})
