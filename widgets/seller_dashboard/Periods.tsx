import { useState } from "react"
import { Chip } from "../kit/Chip.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useCallTool } from "../kit/useCallTool.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useWords } from "../kit/useWords.ts"
import { type Dashboard, dashboardAnswer, type Period } from "./read.ts"
import { words } from "./words.ts"

const periods: ReadonlyArray<Period> = ["7d", "30d", "90d", "1y", "all"]

interface Props {
  readonly dashboard: Dashboard
  readonly become: (dashboard: Dashboard) => void
}

/** Of which days it tells; another choice takes effect at once. */
export const Periods = ({ become, dashboard }: Props) => {
  const t = useWords(words)
  const act = useAct()
  const call = useCallTool()
  const offered = useOffered()
  const [wanted, want] = useState<Period>()
  if (call === undefined || !offered("get_seller_dashboard")) return <p className="soft">{t(dashboard.time_period)}</p>

  const choose = (period: Period) => {
    if (act.doing !== undefined) return
    want(period)
    act.run(period, async () => {
      const answer = dashboardAnswer(
        await call("get_seller_dashboard", { time_period: period, shop_id: dashboard.shop.id })
      )
      if (answer !== undefined) become(answer.dashboard)
    })
  }
  const chosen = act.doing ?? dashboard.time_period
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight. */}
      <div aria-label={t("period")} className="chips periods" role="group">
        {periods.map((period) => (
          <Chip chosen={period === chosen} key={period} onPress={() => choose(period)}>
            {t(`${period} short`)}
          </Chip>
        ))}
      </div>
      <Trouble message={act.failure?.message} retry={wanted && { label: t("retry"), press: () => choose(wanted) }} />
    </>
  )
}
