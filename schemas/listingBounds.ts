/** What a listing may hold, for its schema and for the form that is filled in. Lengths in characters, amounts in dollars. */
export const listingBounds = {
  title: { minimum: 5, maximum: 100 },
  description: { minimum: 20, maximum: 5000 },
  /** Ninety-nine of the dearest thing still fit into one order. */
  price: { minimum: 0.01, maximum: 100_000 },
  stock: { minimum: 1, maximum: 1_000_000 },
  images: 10,
  tags: { most: 20, each: 40 },
  materials: { most: 20, each: 60 },
  dimensions: 200,
  shippingCost: { minimum: 0, maximum: 10_000 },
  leadTimeDays: { minimum: 0, maximum: 365 }
} as const
