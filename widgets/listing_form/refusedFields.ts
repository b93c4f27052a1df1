import { issuesOf } from "../kit/issuesOf.ts"
import type { Refused } from "../kit/Refused.ts"
import type { Field } from "./problems.ts"

const fields: Readonly<Record<string, Field>> = {
  title: "title",
  description: "description",
  category: "category",
  category_id: "category",
  price: "price",
  stock: "stock",
  materials: "materials",
  tags: "tags",
  dimensions: "dimensions",
  images: "pictures",
  shipping_cost: "shippingCost",
  shipping_enabled: "delivery",
  pickup_enabled: "delivery",
  lead_time_days: "leadTime"
}

/** What the server says of single entries: `updates.images.2` is about the pictures. */
export const refusedFields = (refused: Refused | undefined): Partial<Record<Field, string>> =>
  Object.fromEntries(
    issuesOf(refused)
      .map(({ message, path }) => [fields[path.replace(/^updates\./, "").split(".")[0]!], message] as const)
      .filter(([field]) => field !== undefined)
      .reverse()
  )
