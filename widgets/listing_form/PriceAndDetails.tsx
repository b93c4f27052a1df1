import { listingBounds } from "../../schemas/listingBounds.ts"
import { Field } from "../kit/Field.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Filling } from "./Filling.ts"
import { words } from "./words.ts"

export const PriceAndDetails = ({ entries, form, put, wrong }: Filling) => {
  const t = useWords(words)
  return (
    <>
      <div className="pair">
        <Field
          inputMode="decimal"
          label={t("price", { currency: form.currency.toUpperCase() })}
          maxLength={12}
          onInput={(price) => put({ price }, "price")}
          required
          value={entries.price}
          wrong={wrong("price")}
        />
        <Field
          inputMode="numeric"
          label={t("stock")}
          maxLength={9}
          onInput={(stock) => put({ stock }, "stock")}
          required
          value={entries.stock}
          wrong={wrong("stock")}
        />
      </div>
      <Field
        hint={t("commas")}
        label={t("materials")}
        onInput={(materials) => put({ materials }, "materials")}
        value={entries.materials}
        wrong={wrong("materials")}
      />
      <Field
        hint={t("dimensionsHint")}
        label={t("dimensions")}
        maxLength={listingBounds.dimensions}
        onInput={(dimensions) => put({ dimensions }, "dimensions")}
        value={entries.dimensions}
        wrong={wrong("dimensions")}
      />
      <Field
        hint={t("commas")}
        label={t("tags")}
        onInput={(tags) => put({ tags }, "tags")}
        value={entries.tags}
        wrong={wrong("tags")}
      />
    </>
  )
}
