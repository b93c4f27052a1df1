import type { Contents, DeliveryOption, Method } from "../../../../../schemas/checkout.ts"
import { shopsOf } from "../../../../domain/contents.ts"
import { optionIdOf } from "../../session/optionsOf.ts"

/** One way of delivery for every shop of a checkout, in the order of the shops. */
export type Combination = ReadonlyArray<DeliveryOption>

type Priced = Pick<Contents, "lines" | "quote">

const methods: ReadonlyArray<Method> = ["standard", "expedited", "pickup"]

const whole = (options: ReadonlyArray<DeliveryOption | undefined>): ReadonlyArray<Combination> =>
  options.length > 0 && options.every((option) => option !== undefined) ? [options as Combination] : []

const least = (options: Combination, by: (option: DeliveryOption) => number) =>
  options.reduce<DeliveryOption | undefined>(
    (so, each) => (so === undefined || by(each) < by(so) ? each : so),
    undefined
  )

/** `standard` when every shop does the same, otherwise what each of them does: `shp_a:pickup+shp_b:standard`. */
export const combinationId = (combination: Combination): string => {
  const [first] = combination
  return combination.every(({ method }) => method === first?.method)
    ? first!.method
    : combination.map(({ method, shopId }) => optionIdOf(shopId, method)).join("+")
}

const byShop = ({ lines, quote }: Priced) =>
  shopsOf(lines).map((shop) => quote.options.filter(({ shopId }) => shopId === shop))

/** What was chosen, when it was chosen for every shop. */
export const chosenCombination = (contents: Priced & Pick<Contents, "deliveries">): Combination | undefined =>
  whole(byShop(contents).map((its) => its.find(({ method, shopId }) => contents.deliveries[shopId] === method)))[0]

/**
 * What this dialect offers, where one option is chosen for all: every method that all shops have in common. Without one,
 * the cheapest and the fastest of each shop. What was chosen otherwise, as another dialect may, comes last.
 */
export const combinationsOf = (contents: Priced & Pick<Contents, "deliveries">): ReadonlyArray<Combination> => {
  const shops = byShop(contents)
  const common = methods.flatMap((method) => whole(shops.map((its) => its.find((each) => each.method === method))))
  const mixed = [
    ...whole(shops.map((its) => least(its, ({ amount }) => amount))),
    ...whole(shops.map((its) => least(its, ({ maxDays }) => maxDays)))
  ]
  const chosen = chosenCombination(contents)
  const all = [...(common.length > 0 ? common : mixed), ...(chosen ? [chosen] : [])]
  return [...new Map(all.map((each) => [combinationId(each), each])).values()]
}
