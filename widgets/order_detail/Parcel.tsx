import { formatDate } from "../kit/formatDate.ts"
import { Icon } from "../kit/Icon.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { words } from "./words.ts"

/** When it comes or where it waits, and how to follow it. Nothing where there is nothing left to wait for. */
export const Parcel = ({ order }: { readonly order: Order }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { carrier, estimated_delivery, seller, shipping_method, status, tracking_number, tracking_url } = order
  const over = status === "delivered" || status === "cancelled"
  const pickup = shipping_method === "pickup"
  const date = estimated_delivery === null ? undefined : formatDate(estimated_delivery, tag)
  const when = () => {
    if (over) return undefined
    if (status === "ready_for_pickup") return t("waitsAt")
    return date === undefined ? undefined : t(pickup ? "readyBy" : "expected", { date })
  }
  const said = when()
  const tracked = [carrier, tracking_number].filter((part) => part !== null && part !== "")
  if (said === undefined && tracked.length === 0 && tracking_url === null) return null
  return (
    <section aria-label={t("delivery")} className="parcel">
      <Icon name={over ? "check" : "box"} size={24} />
      <div>
        {said === undefined ? null : <p className="when">{said}</p>}
        {pickup && !over ? (
          <p className="soft">
            <bdi>
              {seller.shop_name}, {seller.city}
            </bdi>
          </p>
        ) : null}
        {tracked.length === 0 ? null : (
          <p className="soft">
            <bdi>{tracked.join(" · ")}</bdi>
          </p>
        )}
      </div>
      {tracking_url === null ? null : (
        <LinkOut href={tracking_url} kind="secondary">
          {t("track")}
        </LinkOut>
      )}
    </section>
  )
}
