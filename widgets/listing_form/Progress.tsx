import { useWords } from "../kit/useWords.ts"
import { steps } from "./problems.ts"
import type { Form } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly form: Form
  readonly isNew: boolean
  /** From 0. */
  readonly at: number
}

export const Progress = ({ at, form, isNew }: Props) => {
  const t = useWords(words)
  return (
    <header className="progress">
      <div className="spread">
        <h2>{t(isNew ? "newListing" : "editListing")}</h2>
        <p className="soft">{form.shop.name}</p>
      </div>
      <div aria-hidden="true" className="track">
        {steps.map((step, index) => (
          <div className={index <= at ? "past" : undefined} key={step} />
        ))}
      </div>
      <p className="soft" role="status">
        {t("step", { at: at + 1, of: steps.length })}
      </p>
    </header>
  )
}
