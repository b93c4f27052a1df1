import { useRef, useState } from "react"
import { Larger } from "../kit/Larger.tsx"
import { Spoken } from "../kit/Spoken.tsx"
import { useWords } from "../kit/useWords.ts"
import { Figures } from "./Figures.tsx"
import { LowStockAlerts } from "./LowStockAlerts.tsx"
import { moved } from "./moved.ts"
import { NewListing } from "./NewListing.tsx"
import { OrdersToDo } from "./OrdersToDo.tsx"
import { Periods } from "./Periods.tsx"
import { RecentOrders } from "./RecentOrders.tsx"
import type { Dashboard, MovedOrder } from "./read.ts"
import { SalesChart } from "./SalesChart.tsx"
import { TopProducts } from "./TopProducts.tsx"
import { words } from "./words.ts"

interface Props {
  readonly dashboard: Dashboard
  readonly become: (dashboard: Dashboard) => void
  readonly refresh: (() => Promise<void>) | undefined
}

export const Board = ({ become, dashboard, refresh }: Props) => {
  const t = useWords(words)
  const [said, say] = useState("")
  const latest = useRef(dashboard)
  latest.current = dashboard

  const onMoved = (order: MovedOrder) => {
    say(t("movedOn", { number: order.order_number, status: t(order.status) }))
    become(moved(latest.current, order))
    refresh?.()
  }
  return (
    <>
      <header className="spread top">
        <h2>{dashboard.shop.name}</h2>
        <div className="row">
          <Larger />
          <NewListing />
        </div>
      </header>
      <Spoken>{said}</Spoken>
      <section className="sales">
        <Periods become={become} dashboard={dashboard} />
        <SalesChart dashboard={dashboard} />
      </section>
      <Figures dashboard={dashboard} />
      <OrdersToDo dashboard={dashboard} onMoved={onMoved} />
      <LowStockAlerts
        dashboard={dashboard}
        onSaved={(stock) => {
          say(t("stockSaved", { count: stock }))
          refresh?.()
        }}
      />
      <div className="sides">
        <TopProducts dashboard={dashboard} />
        <RecentOrders dashboard={dashboard} onMoved={onMoved} />
      </div>
    </>
  )
}
