import { listingBounds } from "../../schemas/listingBounds.ts"
import { Field } from "../kit/Field.tsx"
import { Select } from "../kit/Select.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Filling } from "./Filling.ts"
import { words } from "./words.ts"

export const WhatItIs = ({ entries, form, put, wrong }: Filling) => {
  const t = useWords(words)
  const known = form.categories.map(({ name, slug }) => ({ value: slug, label: name }))
  return (
    <>
      <Field
        label={t("title")}
        maxLength={listingBounds.title.maximum}
        onInput={(title) => put({ title }, "title")}
        required
        value={entries.title}
        wrong={wrong("title")}
      />
      <Field
        hint={t("descriptionHint")}
        kind="area"
        label={t("description")}
        maxLength={listingBounds.description.maximum}
        onInput={(description) => put({ description }, "description")}
        required
        value={entries.description}
        wrong={wrong("description")}
      />
      <Select
        label={t("category")}
        onChoose={(category) => put({ category }, "category")}
        options={[{ value: "", label: t("choose") }, ...known]}
        value={entries.category}
        wrong={wrong("category")}
      />
    </>
  )
}
