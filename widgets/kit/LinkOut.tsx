import { type ReactNode, useState } from "react"
import { useOpenLink } from "./useOpenLink.ts"
import { noWords, useWords } from "./useWords.ts"

interface Props {
  readonly href: string
  /** Looks like a link, or like a button of that kind. */
  readonly kind?: "primary" | "secondary"
  readonly children: ReactNode
}

/** A page of ours or of a carrier, opened the way the host opens pages; its address to copy where the host refuses. Only web addresses lead anywhere. */
export const LinkOut = ({ children, href, kind }: Props) => {
  const t = useWords(noWords)
  const open = useOpenLink()
  const [closed, setClosed] = useState<string>()
  if (!/^https?:\/\//i.test(href)) return null
  const refused = closed === href
  const follow = async () => setClosed((await open?.(href)) === false ? href : undefined)
  return (
    <>
      <a
        className={kind === undefined ? "link" : `button ${kind}`}
        href={href}
        onClick={(event) => {
          if (open === undefined) return
          event.preventDefault()
          void follow()
        }}
        rel="noreferrer"
        target="_blank"
      >
        {children}
      </a>
      <span className={refused ? "hint page-address" : "heard-only"} role="status">
        {refused ? (
          <>
            {t("notOpened")} <bdi>{href}</bdi>
          </>
        ) : null}
      </span>
    </>
  )
}
