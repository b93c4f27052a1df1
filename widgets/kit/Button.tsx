import type { ReactNode } from "react"

interface Props {
  readonly kind?: "primary" | "secondary"
  readonly busy?: boolean
  readonly label?: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/** Stays focusable while busy, so that the keyboard does not lose its place. */
export const Button = ({ kind = "secondary", busy = false, label, onPress, children }: Props) => (
  <button
    aria-disabled={busy || undefined}
    aria-label={label}
    className={`button ${kind}`}
    onClick={busy ? undefined : onPress}
    type="button"
  >
    {children}
  </button>
)
