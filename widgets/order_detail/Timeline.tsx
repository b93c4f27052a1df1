import { formatDate } from "../kit/formatDate.ts"
import { formatMoney } from "../kit/formatMoney.ts"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { type Step, timelineOf } from "./timeline.ts"
import { words } from "./words.ts"

/** What happened so far, where it stands, and what comes next. */
export const Timeline = ({ order }: { readonly order: Order }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const about = ({ amount, at, location }: Step) =>
    [
      at && formatDate(at, tag, true),
      location,
      typeof amount === "number" && formatMoney(amount, order.currency, tag)
    ].filter(Boolean)
  return (
    <section>
      <h2>{t("timeline")}</h2>
      <ol className="timeline">
        {timelineOf(order).map((step, index) => (
          <li
            aria-current={step.stands === "now" ? "step" : undefined}
            className={step.stands}
            // biome-ignore lint/suspicious/noArrayIndexKey: things happen in this order, and twice.
            key={index}
          >
            <p className="step-name">
              {t(step.name)}
              {step.stands === "ahead" ? <span className="heard-only"> ({t("ahead")})</span> : null}
            </p>
            {step.stands === "ahead" ? null : (
              <p className="soft">
                {about(step).map((part, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: when, where, how much.
                  <span key={place}>
                    {place === 0 ? "" : " · "}
                    <bdi>{part}</bdi>
                  </span>
                ))}
              </p>
            )}
            {step.note ? (
              <p className="soft">
                <bdi>{step.note}</bdi>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
