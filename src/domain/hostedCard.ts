/** Stands where a token would: the buyer pays by card at the provider's own page. Nothing that is sent to us can be it. */
export const hostedCard: unique symbol = Symbol("craftlocal/hostedCard")
