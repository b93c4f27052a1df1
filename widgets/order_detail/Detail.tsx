import type { Ready } from "../kit/useView.ts"
import { Actions } from "./Actions.tsx"
import { Bill } from "./Bill.tsx"
import { Header } from "./Header.tsx"
import { Parcel } from "./Parcel.tsx"
import { Pieces } from "./Pieces.tsx"
import { Place } from "./Place.tsx"
import type { Order } from "./read.ts"
import { Timeline } from "./Timeline.tsx"

/** Where it stands first; then what is in it, what it cost, and the way it took. */
export const Detail = ({ ready }: { readonly ready: Ready<Order> }) => {
  const order = ready.value
  return (
    <>
      <Header order={order} />
      <Parcel order={order} />
      <div className="columns">
        <div className="column">
          <Pieces order={order} />
          <Bill order={order} />
        </div>
        <div className="column">
          <Timeline order={order} />
          <Place order={order} />
        </div>
      </div>
      <Actions ready={ready} />
    </>
  )
}
