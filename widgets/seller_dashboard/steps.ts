import type { Status, ToDo } from "./read.ts"

export type Step = "processing" | "ready_for_pickup" | "shipped" | "delivered"

/** What a shop can say next of an order that waits for it: what is fetched is not shipped. */
export const stepsOf = ({ shipping_method, status }: Pick<ToDo, "shipping_method" | "status">): ReadonlyArray<Step> => {
  const done: Step = shipping_method === "pickup" ? "ready_for_pickup" : "shipped"
  if (status === "pending") return ["processing", done]
  return status === "processing" ? [done] : lastStepsOf(status)
}

/** And of one that waits for its buyer, or is on its way. */
export const lastStepsOf = (status: Status): ReadonlyArray<Step> =>
  status === "ready_for_pickup" || status === "shipped" ? ["delivered"] : []
