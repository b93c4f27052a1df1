import Stripe from "stripe"

export interface StripeAccess {
  readonly secretKey: string
  /** Another address than Stripe's own, such as `http://127.0.0.1:12111`. */
  readonly apiBase?: string | undefined
}

/** The version that knows shared payment tokens; it is named by the calls that need it. */
export const preview = "2026-04-22.preview"

/** In milliseconds; whoever asks gives up before. */
const timeout = 9000

/** A client that repeats nothing of its own accord, but for a connection that was closed under the same key. */
export const connect = ({ apiBase, secretKey }: StripeAccess): Stripe => {
  const base = apiBase === undefined ? undefined : new URL(apiBase)
  return new Stripe(secretKey, {
    maxNetworkRetries: 0,
    telemetry: false,
    timeout,
    ...(base && {
      host: base.hostname,
      protocol: base.protocol === "http:" ? "http" : "https",
      port: base.port || (base.protocol === "http:" ? 80 : 443)
    })
  })
}
