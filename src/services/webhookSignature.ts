import { createHmac, timingSafeEqual } from "node:crypto"

/** How many seconds a signature may be off by the clock of whoever verifies it. */
const tolerance = 300

const mac = (rawBody: string | Uint8Array, secret: string, unixSeconds: string) =>
  createHmac("sha256", secret).update(`${unixSeconds}.`).update(rawBody).digest()

/** `t=…,v1=…`: HMAC-SHA256 over the moment, a dot and the exact bytes that are sent. */
export const sign = (rawBody: string | Uint8Array, secret: string, unixSeconds: number): string =>
  `t=${unixSeconds},v1=${mac(rawBody, secret, String(unixSeconds)).toString("hex")}`

/** Whether a header signs these bytes with this secret, not longer ago, or later, than five minutes. */
export const verify = (rawBody: string | Uint8Array, header: string, secret: string, unixSeconds: number): boolean => {
  const [, at, given] = /^t=(\d{1,12}),v1=([a-fA-F0-9]{64})$/.exec(header) ?? []
  if (at === undefined || given === undefined || Math.abs(unixSeconds - Number(at)) > tolerance) return false
  return timingSafeEqual(mac(rawBody, secret, at), Buffer.from(given, "hex"))
}
