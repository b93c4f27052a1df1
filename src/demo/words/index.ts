import { art } from "./art.ts"
import { bathBody } from "./bath-body.ts"
import type { Craft } from "./Craft.ts"
import { candles } from "./candles.ts"
import { ceramics } from "./ceramics.ts"
import { glass } from "./glass.ts"
import { homeDecor } from "./home-decor.ts"
import { jewelry } from "./jewelry.ts"
import { leather } from "./leather.ts"
import { paperGoods } from "./paper-goods.ts"
import { textiles } from "./textiles.ts"
import { toys } from "./toys.ts"
import { woodwork } from "./woodwork.ts"

/** The twelve categories, in the order in which they are shown. */
export const crafts: ReadonlyArray<Craft> = [
  ceramics,
  jewelry,
  homeDecor,
  art,
  textiles,
  woodwork,
  candles,
  leather,
  glass,
  paperGoods,
  bathBody,
  toys
]

export const craftOf = (slug: string): Craft => crafts.find((craft) => craft.slug === slug)!
