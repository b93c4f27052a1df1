import { type ReactNode, useId } from "react"

export interface Option {
  readonly value: string
  readonly label: ReactNode
  readonly detail?: ReactNode
  readonly disabled?: boolean
}

interface Props {
  readonly legend: string
  readonly value: string | undefined
  readonly options: ReadonlyArray<Option>
  readonly onChoose: (value: string) => void
  readonly disabled?: boolean
}

/** One of a few, all in sight; arrow keys move between them. */
export const Choices = ({ disabled = false, legend, onChoose, options, value }: Props) => {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            checked={option.value === value}
            disabled={disabled || option.disabled}
            name={name}
            onChange={() => onChoose(option.value)}
            type="radio"
            value={option.value}
          />
          <span className="choice-label">{option.label}</span>
          {option.detail === undefined ? null : <span className="choice-detail">{option.detail}</span>}
        </label>
      ))}
    </fieldset>
  )
}
