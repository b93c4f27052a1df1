import { useState } from "react"
import { Trouble } from "../kit/Trouble.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { AddressForm } from "./AddressForm.tsx"
import { AddressShown } from "./AddressShown.tsx"
import { Countdown } from "./Countdown.tsx"
import { Deliveries } from "./Deliveries.tsx"
import { DiscountCode } from "./DiscountCode.tsx"
import { Lines } from "./Lines.tsx"
import { Payment } from "./Payment.tsx"
import { Sums } from "./Sums.tsx"
import { troubleOf } from "./troubleOf.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** A checkout that can still change: what it holds, where it goes, what it costs, and how it is paid. */
export const Open = ({ checkout }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { act, revise, shown } = checkout
  const { session } = shown
  const needsAddress = session.deliveries.some(({ method }) => method !== "pickup")
  const unknown = session.email === null || (needsAddress && session.shipping_address === null)
  const [editing, edit] = useState(false)
  const asks = revise !== undefined && (editing || unknown)
  const trouble = troubleOf(act.failure, session, t, tag)
  return (
    <>
      <header className="spread">
        <h2>{t("checkout")}</h2>
        <Countdown checkout={checkout} />
      </header>
      <Lines session={session} />
      <Deliveries checkout={checkout} />
      {asks ? (
        <AddressForm
          cancel={unknown ? undefined : () => edit(false)}
          checkout={checkout}
          needsAddress={needsAddress}
          saved={() => edit(false)}
        />
      ) : (
        <AddressShown change={revise && (() => edit(true))} session={session} />
      )}
      <DiscountCode checkout={checkout} />
      <Sums session={session} />
      {session.missing.length === 0 || asks ? null : (
        <div className="soft">
          <p>{t("stillNeeded")}</p>
          <ul className="missing">
            {session.missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      {asks ? null : <Payment checkout={checkout} />}
      <Trouble
        message={trouble}
        retry={
          trouble !== undefined && act.failure?.code === "" && checkout.refresh
            ? { label: t("retry"), press: checkout.refresh }
            : undefined
        }
      />
    </>
  )
}
