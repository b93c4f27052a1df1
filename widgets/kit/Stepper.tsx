interface Props {
  /** What is counted, for whoever hears it. */
  readonly label: string
  readonly value: number
  readonly least?: number
  readonly most: number
  readonly busy?: boolean
  readonly onChange: (value: number) => void
}

/** A small number that goes up and down by one. */
export const Stepper = ({ busy = false, label, least = 1, most, onChange, value }: Props) => {
  const to = (next: number) => (busy || next < least || next > most ? undefined : () => onChange(next))
  const step = (sign: "−" | "+", next: number) => (
    <button
      aria-disabled={to(next) === undefined || undefined}
      aria-label={`${label}: ${next}`}
      className="step"
      onClick={to(next)}
      type="button"
    >
      {sign}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight.
    <span aria-label={label} className="stepper" role="group">
      {step("−", value - 1)}
      <output aria-live="polite">{value}</output>
      {step("+", value + 1)}
    </span>
  )
}
