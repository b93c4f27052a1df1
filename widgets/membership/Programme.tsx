import { useEffect, useRef, useState } from "react"
import { Badge } from "../kit/Badge.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { formatMoney } from "../kit/formatMoney.ts"
import { Icon } from "../kit/Icon.tsx"
import { Spoken } from "../kit/Spoken.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { Join } from "./Join.tsx"
import type { Membership, MembershipAnswer } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly membership: Membership
  readonly become: (answer: MembershipAnswer) => void
}

export const Programme = ({ become, membership }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const [joined, setJoined] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { benefits, currency, free_shipping_from, member, member_since, program } = membership

  // The button is gone; the keyboard goes on where it is told what became of it.
  useEffect(() => (joined ? heading.current?.focus() : undefined), [joined])

  const standing = member
    ? member_since === null
      ? t("youAreMember")
      : t("since", { date: formatDate(member_since, tag) })
    : free_shipping_from > 0
      ? t("freeShipping", { amount: formatMoney(free_shipping_from, currency, tag) })
      : t("free")
  return (
    <>
      <header className="programme">
        <div className="spread">
          <h2 ref={heading} tabIndex={-1}>
            {program}
          </h2>
          {member ? <Badge tone="good">{t("member")}</Badge> : null}
        </div>
        <p className="soft">{standing}</p>
      </header>
      <Spoken>{joined ? t("joined") : ""}</Spoken>
      {joined ? (
        <p className="joined">
          <Icon name="check" />
          {t("joined")}
        </p>
      ) : null}
      <section className="benefits">
        <h3>{t("benefits")}</h3>
        <ul>
          {benefits.map((benefit) => (
            <li key={benefit}>
              <Icon name="check" size={18} />
              <span>{benefit}</span>
            </li>
          ))}
        </ul>
      </section>
      {member ? null : (
        <Join
          become={(answer) => {
            become(answer)
            setJoined(answer.membership.member)
          }}
          signedIn={membership.signed_in}
        />
      )}
    </>
  )
}
