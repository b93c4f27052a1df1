import type { ReactNode } from "react"

interface Props {
  readonly chosen: boolean
  readonly onPress: () => void
  readonly label?: string
  readonly children: ReactNode
}

/** One of several choices that take effect at once. */
export const Chip = ({ children, chosen, label, onPress }: Props) => (
  <button aria-label={label} aria-pressed={chosen} className="chip" onClick={onPress} type="button">
    {children}
  </button>
)
