import { Icon, type IconName } from "../kit/Icon.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Ending, Stage } from "./Ending.ts"
import { words } from "./words.ts"

const icons: Record<Stage, IconName> = {
  paid: "check",
  processing: "clock",
  failed: "warning",
  asks: "clock",
  open: "cart",
  over: "close"
}

/** How it stands, in one sentence that is also heard when it changes. */
export const Head = ({ ending: { confirmation, email, missing, stage } }: { readonly ending: Ending }) => {
  const t = useWords(words)
  return (
    <header className={`ending-head ${stage}`}>
      <span className="mark">
        <Icon name={icons[stage]} size={24} />
      </span>
      <div role="status">
        <h1>{t(stage)}</h1>
        <p>{t(stage === "open" && missing.length > 0 ? "needed" : `${stage}Hint`)}</p>
      </div>
      {missing.length > 0 && (stage === "open" || stage === "failed") ? (
        <ul className="missing">
          {missing.map((each) => (
            <li key={each}>
              <bdi>{each}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {confirmation === undefined ? null : (
        <dl className="confirmation">
          <dt>{t("confirmation")}</dt>
          <dd>
            <bdi>{confirmation}</bdi>
          </dd>
        </dl>
      )}
      {stage === "paid" && email ? (
        <p className="soft">
          {t("letter")} <bdi>{email}</bdi>
        </p>
      ) : null}
    </header>
  )
}
