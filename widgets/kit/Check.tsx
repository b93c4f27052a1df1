import type { ReactNode } from "react"

interface Props {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly detail?: ReactNode
}

/** One thing that is so, or not. */
export const Check = ({ checked, detail, label, onChange }: Props) => (
  <label className="choice">
    <input checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} type="checkbox" />
    <span className="choice-label">{label}</span>
    {detail === undefined ? null : <span className="choice-detail">{detail}</span>}
  </label>
)
