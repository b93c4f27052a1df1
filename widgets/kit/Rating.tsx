import { Icon } from "./Icon.tsx"
import { useLocale } from "./useLocale.ts"

interface Props {
  /** Of 5. Nothing is shown for 0: no stars would be a verdict. */
  readonly value: number
  /** Whose rating it is, for whoever hears it. */
  readonly label: string
  readonly count?: number
}

export const Rating = ({ count, label, value }: Props) => {
  const { tag } = useLocale()
  if (value <= 0) return null
  const stars = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  return (
    <span className="rating">
      <Icon name="star" size={13} />
      <span aria-hidden="true">
        {stars}
        {count === undefined ? null : ` (${new Intl.NumberFormat(tag).format(count)})`}
      </span>
      <span className="heard-only">
        {label}: {stars} / 5
      </span>
    </span>
  )
}
