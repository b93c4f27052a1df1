import type { ReactNode } from "react"
import { useOpenLink } from "./useOpenLink.ts"

interface Props {
  readonly href: string
  /** Looks like a link, or like a button of that kind. */
  readonly kind?: "primary" | "secondary"
  readonly children: ReactNode
}

/** A page of ours or of a carrier, opened the way the host opens pages. Only web addresses lead anywhere. */
export const LinkOut = ({ children, href, kind }: Props) => {
  const open = useOpenLink()
  if (!/^https?:\/\//i.test(href)) return null
  return (
    <a
      className={kind === undefined ? "link" : `button ${kind}`}
      href={href}
      onClick={(event) => {
        if (open === undefined) return
        event.preventDefault()
        open(href)
      }}
      rel="noreferrer"
      target="_blank"
    >
      {children}
    </a>
  )
}
