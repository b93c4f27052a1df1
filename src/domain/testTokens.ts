import type { PaymentDeclined } from "../../schemas/errors.ts"

/** What the test provider does with a token. */
export type TokenFate =
  | { readonly _tag: "Settles" }
  | { readonly _tag: "Declines"; readonly reason: PaymentDeclined["reason"] }
  | { readonly _tag: "Challenges" }
  | { readonly _tag: "SettlesSilently" }
  | { readonly _tag: "IsDown" }

const steered = new Map<string, TokenFate>(
  Object.entries({
    spt_test_declined: { _tag: "Declines", reason: "declined" },
    spt_test_insufficient: { _tag: "Declines", reason: "insufficient_funds" },
    spt_test_expired: { _tag: "Declines", reason: "expired" },
    spt_test_over_limit: { _tag: "Declines", reason: "over_limit" },
    spt_test_3ds: { _tag: "Challenges" },
    spt_test_timeout: { _tag: "SettlesSilently" },
    spt_test_down: { _tag: "IsDown" }
  } satisfies Record<string, TokenFate>)
)

/** A buyer steers the test provider by the token they pay with. */
export const fateOf = (token: string): TokenFate =>
  steered.get(token) ??
  (/^(spt|tok)_test_[\x21-\x7e]{1,200}$/.test(token)
    ? { _tag: "Settles" }
    : { _tag: "Declines", reason: "unknown_token" })
