import type { Cart as CartSchema, CartLine as LineSchema } from "../../schemas/cart.ts"

export type CartView = typeof CartSchema.Encoded
export type Line = typeof LineSchema.Encoded

/** The server checks its answers; here only what would break the drawing is refused. */
export const read = (content: unknown): CartView | undefined => {
  const cart = content as CartView | null | undefined
  const drawable =
    typeof cart?.cart_id === "string" && Array.isArray(cart.lines) && cart.lines.every(({ shop }) => shop?.id)
  return drawable ? cart : undefined
}
