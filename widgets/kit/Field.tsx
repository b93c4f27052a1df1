import { type ReactNode, useId } from "react"

interface Props {
  readonly label: ReactNode
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: () => void
  /** What is wrong with it, in a sentence. */
  readonly wrong?: string | undefined
  readonly hint?: string | undefined
  readonly kind?: "text" | "email" | "tel" | "number" | "area"
  /** As browsers fill it in: `email`, `address-line1`, ... */
  readonly autoComplete?: string
  readonly inputMode?: "decimal" | "numeric" | "email" | "tel"
  readonly required?: boolean
  readonly maxLength?: number
  readonly name?: string
}

/** A labelled input that says what is wrong with it beside it. */
export const Field = ({ hint, kind = "text", label, onBlur, onInput, required, value, wrong, ...rest }: Props) => {
  const id = useId()
  const about = [hint === undefined ? "" : `${id}h`, wrong === undefined ? "" : `${id}w`].filter(Boolean).join(" ")
  const all = {
    ...rest,
    id,
    value,
    "aria-describedby": about || undefined,
    "aria-invalid": wrong === undefined ? undefined : true,
    "aria-required": required,
    onBlur,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => onInput(event.currentTarget.value)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {kind === "area" ? <textarea rows={4} {...all} /> : <input type={kind} {...all} />}
      {hint === undefined ? null : (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      {wrong === undefined ? null : (
        <p className="wrong" id={`${id}w`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
