import type { ReactNode } from "react"

interface Props {
  readonly tone?: "plain" | "good" | "warning" | "bad"
  readonly children: ReactNode
}

/** A state in a word. The tone only repeats what the word says. */
export const Badge = ({ children, tone = "plain" }: Props) => <span className={`badge ${tone}`}>{children}</span>
