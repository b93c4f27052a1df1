import type { Line } from "./read.ts"

/** One line for each listing and variant: that is its name. */
export const nameOf = ({ listing_id, variant = "" }: Pick<Line, "listing_id" | "variant">): string =>
  `${listing_id} ${variant}`

export interface ShopLines {
  readonly shop: Line["shop"]
  readonly lines: ReadonlyArray<Line>
}

/** Lines of one shop beside each other, shops in the order in which they came. */
export const byShop = (lines: ReadonlyArray<Line>): ReadonlyArray<ShopLines> => {
  const shops = new Map<string, { shop: Line["shop"]; lines: Array<Line> }>()
  for (const line of lines) {
    const known = shops.get(line.shop.id)
    if (known === undefined) shops.set(line.shop.id, { shop: line.shop, lines: [line] })
    else known.lines.push(line)
  }
  return [...shops.values()]
}

export const isShort = ({ available, quantity }: Pick<Line, "available" | "quantity">): boolean => available < quantity

export interface Put {
  readonly listing_id: string
  readonly variant?: string
  readonly quantity: number
}

export const put = ({ listing_id, variant }: Line, quantity: number): Put => ({
  listing_id,
  ...(variant !== undefined && { variant }),
  quantity
})

/** What makes a cart one that can be bought: as many as are left, and nothing that is gone. */
export const remedy = (lines: ReadonlyArray<Line>): ReadonlyArray<Put> =>
  lines.filter(isShort).map((line) => put(line, line.available))
