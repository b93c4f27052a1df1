import Stripe from "stripe"
import type { Event } from "./Books.ts"

const { webhooks } = new Stripe("sk_test_double")

/** An event as Stripe sends it: its bytes, and its signature made at that moment. */
export const signed = (event: Event | Record<string, unknown>, secret: string, at: Date) => {
  const payload = JSON.stringify(event)
  const timestamp = Math.floor(at.getTime() / 1000)
  return { body: payload, signature: webhooks.generateTestHeaderString({ payload, secret, timestamp }) }
}
