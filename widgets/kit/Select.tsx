import { useId } from "react"

interface Props {
  readonly label: string
  readonly value: string
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>
  readonly onChoose: (value: string) => void
  readonly wrong?: string | undefined
  readonly autoComplete?: string
}

/** A labelled list to choose one from. */
export const Select = ({ autoComplete, label, onChoose, options, value, wrong }: Props) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        aria-describedby={wrong === undefined ? undefined : `${id}w`}
        aria-invalid={wrong === undefined ? undefined : true}
        autoComplete={autoComplete}
        id={id}
        onChange={(event) => onChoose(event.currentTarget.value)}
        value={value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {wrong === undefined ? null : (
        <p className="wrong" id={`${id}w`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
