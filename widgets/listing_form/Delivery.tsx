import { Check } from "../kit/Check.tsx"
import { Field } from "../kit/Field.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Filling } from "./Filling.ts"
import { words } from "./words.ts"

export const Delivery = ({ entries, form, put, wrong }: Filling) => {
  const t = useWords(words)
  const none = wrong("delivery")
  return (
    <>
      <fieldset className="choices" data-wrong={none === undefined ? undefined : ""} tabIndex={-1}>
        <legend>{t("how")}</legend>
        <Check
          checked={entries.pickup}
          detail={form.shop.city}
          label={t("pickup")}
          onChange={(pickup) => put({ pickup }, "delivery")}
        />
        <Check
          checked={entries.shipping}
          label={t("shipping")}
          onChange={(shipping) => put({ shipping }, "delivery", "shippingCost")}
        />
        {none === undefined ? null : <p className="wrong">{none}</p>}
      </fieldset>
      <div className="pair">
        {entries.shipping ? (
          <Field
            hint={t("shippingHint")}
            inputMode="decimal"
            label={t("shippingCost", { currency: form.currency.toUpperCase() })}
            maxLength={12}
            onInput={(shippingCost) => put({ shippingCost }, "shippingCost")}
            required
            value={entries.shippingCost}
            wrong={wrong("shippingCost")}
          />
        ) : null}
        <Field
          inputMode="numeric"
          label={t("leadTime")}
          maxLength={3}
          onInput={(leadTime) => put({ leadTime }, "leadTime")}
          required
          value={entries.leadTime}
          wrong={wrong("leadTime")}
        />
      </div>
    </>
  )
}
