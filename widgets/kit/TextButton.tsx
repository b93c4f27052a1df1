import type { ReactNode, Ref } from "react"

interface Props {
  readonly label?: string | undefined
  readonly busy?: boolean
  readonly onPress: () => void
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** Something to do beside what matters most: it looks like a link. */
export const TextButton = ({ busy = false, children, label, onPress, ref }: Props) => (
  <button
    aria-disabled={busy || undefined}
    aria-label={label}
    className="text-button"
    onClick={busy ? undefined : onPress}
    ref={ref}
    type="button"
  >
    {children}
  </button>
)
