import { openaiGlobals } from "../kit/openaiGlobals.ts"
import type { Json } from "../kit/wire.ts"
import type { CheckoutActs } from "./useCheckout.ts"

/** Pays in the host's own sheet, which calls complete_checkout itself; undefined where there is none. */
export const usePaymentSheet = ({ act, refresh, shown }: CheckoutActs): (() => Promise<boolean>) | undefined => {
  const { requestCheckout } = openaiGlobals()
  const { sheet } = shown
  if (requestCheckout === undefined || sheet === undefined) return undefined
  return () =>
    act.run("pay", async () => {
      const { continue_url: _, ...session } = sheet
      try {
        await requestCheckout(session as unknown as Json)
      } finally {
        await refresh?.()
      }
    })
}
