import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Board } from "./Board.tsx"
import { dashboardAnswer } from "./read.ts"
import { words } from "./words.ts"

/** How a shop does, what waits for it, and what can be done about it. */
export const SellerDashboard = () => {
  const t = useWords(words)
  const view = useView({
    decode: dashboardAnswer,
    again: ({ input, kept, value }) => {
      const { time_period = "30d", shop_id } =
        value === undefined ? { ...input, ...kept } : { ...value.dashboard, shop_id: value.dashboard.shop.id }
      return { name: "get_seller_dashboard", args: { time_period, ...(shop_id !== undefined && { shop_id }) } }
    },
    keeps: ({ dashboard }) => ({ time_period: dashboard.time_period, shop_id: dashboard.shop.id })
  })
  return (
    <Screen name="seller-dashboard" view={view} waiting={t("waiting")}>
      {(ready) => (
        <Board
          become={(dashboard) => ready.become({ dashboard })}
          dashboard={ready.value.dashboard}
          refresh={ready.refresh}
        />
      )}
    </Screen>
  )
}
