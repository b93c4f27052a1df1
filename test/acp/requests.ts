import type { Agent, Answer } from "./agent.ts"

export const address = {
  name: "Ada Byron",
  line_one: "1 Main St",
  city: "Chicago",
  state: "IL",
  country: "US",
  postal_code: "60601"
}

export const buyer = { email: "ada@example.com", first_name: "Ada", last_name: "Byron" }

/** Enough to be ready at once: the standard parcel is chosen by itself. */
export const readyRequest = (item = "lst_mug", over: Record<string, unknown> = {}) => ({
  line_items: [{ id: item, quantity: 1 }],
  currency: "usd",
  capabilities: { interventions: { supported: ["3ds", "address_verification"] } },
  buyer,
  fulfillment_details: { address },
  ...over
})

export const payment = (token = "spt_test_ok", over: Record<string, unknown> = {}) => ({
  payment_data: { handler_id: "card_tokenized", instrument: { type: "card", credential: { type: "spt", token } } },
  ...over
})

/** A session that can be paid; its id. */
export const ready = async (agent: Agent, item?: string, over?: Record<string, unknown>): Promise<string> => {
  const { body, status } = await agent.create(readyRequest(item, over))
  if (status !== 201 || body.status !== "ready_for_payment") throw new Error(JSON.stringify(body))
  return body.id
}

export const amountOf = ({ body }: Pick<Answer, "body">, type: string): number | undefined =>
  body.totals.find((total: any) => total.type === type)?.amount

export const errorsOf = ({ body }: Pick<Answer, "body">): ReadonlyArray<readonly [string, string | undefined]> =>
  body.messages.filter(({ type }: any) => type === "error").map(({ code, param }: any) => [code, param])
