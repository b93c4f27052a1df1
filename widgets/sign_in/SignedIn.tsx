import { useEffect, useRef } from "react"
import { Icon } from "../kit/Icon.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Session } from "./read.ts"
import { words } from "./words.ts"

const known = ["orders.read", "orders.write", "listings.read", "listings.write", "seller.manage"] as const

/** As whom, and for what. */
export const SignedIn = ({ session }: { readonly session: Session }) => {
  const t = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  const allowed = known.filter((scope) => session.scopes.includes(scope))

  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus()) heading.current?.focus()
  }, [])

  return (
    <>
      <header className="done">
        <Icon name="check" size={24} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t("signedIn")}
          </h2>
          {session.account === undefined ? null : <p className="soft">{t("as", { name: session.account.name })}</p>}
        </div>
      </header>
      <section className="allowed">
        {allowed.length === 0 ? (
          <p>{t("nothing")}</p>
        ) : (
          <>
            <h3>{t("allowed")}</h3>
            <ul>
              {allowed.map((scope) => (
                <li key={scope}>{t(scope)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <p className="soft">{t("ends")}</p>
    </>
  )
}
