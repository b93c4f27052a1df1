import { art } from "./art.ts"
import { bathBody } from "./bath-body.ts"
import { candles } from "./candles.ts"
import { ceramics } from "./ceramics.ts"
import type { Color } from "./color.ts"
import type { Figures } from "./draw.ts"
import { glass } from "./glass.ts"
import { homeDecor } from "./home-decor.ts"
import { jewelry } from "./jewelry.ts"
import { leather } from "./leather.ts"
import { paperGoods } from "./paper-goods.ts"
import { textiles } from "./textiles.ts"
import { toys } from "./toys.ts"
import { woodwork } from "./woodwork.ts"

const figures: Readonly<Record<string, Figures>> = {
  art,
  "bath-body": bathBody,
  candles,
  ceramics,
  glass,
  "home-decor": homeDecor,
  jewelry,
  leather,
  "paper-goods": paperGoods,
  textiles,
  toys,
  woodwork
}

/** Draws what a title of this category names; a pot where the category is not one of ours. */
export const figureOf = (category: string, title: string, color: Color): string => {
  const known = figures[category] ?? ceramics
  const [, draw] = known.find(([words]) => words.test(title)) ?? known.at(-1)!
  return draw(color, title)
}
