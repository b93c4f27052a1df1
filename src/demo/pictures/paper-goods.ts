import type { Color } from "./color.ts"
import { box, circle, type Draw, type Figures, path, stroke, times } from "./draw.ts"

const leaf = (x: number, y: number, size: number, fill: string, turn: number) =>
  `<path d="M${x} ${y}q${size}-${size} 0-${size * 2}q-${size} ${size} 0 ${size * 2}z" fill="${fill}" transform="rotate(${turn} ${x} ${y})"/>`

/** A motif of nine, spread over a square of 120. */
const motif = ({ accent, deep, pale }: Color, title: string, x: number, y: number) =>
  times(9, (i) => {
    const cx = x + 20 + (i % 3) * 40
    const cy = y + 20 + Math.floor(i / 3) * 42
    const fill = i % 2 ? accent : pale
    if (/night|star/i.test(title))
      return circle(cx + ((i * 7) % 9), cy - ((i * 5) % 9), i % 3 ? 3 : 6, i % 3 ? pale : accent)
    if (/swallow/i.test(title)) return stroke(`M${cx - 14} ${cy}q7-12 14 0 7-12 14 0`, i % 2 ? deep : pale, 4)
    if (/citrus/i.test(title)) {
      return circle(cx, cy, 15, accent) + stroke(`M${cx - 8} ${cy}h16M${cx} ${cy - 8}v16`, pale, 3)
    }
    if (/mushroom/i.test(title)) return path(`M${cx - 14} ${cy}q14-24 28 0z`, fill) + box(cx - 4, cy, 8, 13, pale, 3)
    if (/city/i.test(title)) return box(cx - 13, cy - 16 + (i % 3) * 4, 26, 34, fill) + box(cx - 6, cy - 8, 6, 7, deep)
    if (/fern|flower/i.test(title)) return leaf(cx, cy + 14, 13, fill, i * 40)
    if (/terrazzo/i.test(title)) return path(`M${cx - 10} ${cy}l8-12 14 6-4 14z`, [pale, accent, deep][i % 3]!)
    return stroke(`M${cx - 18} ${cy}q9-18 18 0t18 0`, [pale, accent, deep][i % 3]!, 6)
  })

const stripes = ({ accent }: Color) => times(4, (i) => stroke(`M14 ${14 + i * 34}h92`, accent, 4))

const book: Draw = (color, title) =>
  box(120, 78, 186, 256, "#3b2f2622", 8) +
  box(114, 76, 184, 252, "#f7efe0", 6) +
  box(104, 70, 186, 252, color.main, 6) +
  box(104, 70, 24, 252, color.deep, 4) +
  `<g transform="translate(138 112) scale(1.15)">${motif(color, title, 0, 0)}</g>` +
  times(5, (i) => stroke(`M116 ${96 + i * 48}v24`, "#f7efe0", 3))

const card: Draw = (color, title) =>
  `<g transform="rotate(8 220 230)">${box(146, 128, 190, 140, "#d8c8ae", 4)}${path("M146 130l95 74 95-74z", "#c7b497")}</g>` +
  `<g transform="rotate(-7 180 210)">${box(92, 92, 156, 208, "#3b2f2622", 4)}${box(86, 86, 156, 208, "#fdfaf3", 4)}${box(98, 98, 132, 150, color.main)}${motif(color, title, 104, 110)}${stroke("M130 270h68", color.deep, 4)}</g>`

const wrap: Draw = (color, title) =>
  times(
    3,
    (i) =>
      `<g transform="rotate(${-24 + i * 20} 200 340)">${box(164, 60, 72, 270, [color.main, color.pale, color.deep][i]!, 30)}<g transform="translate(170 90) scale(.5 1.4)">${i === 1 ? motif({ ...color, pale: color.main }, title, 0, 0) : stripes(color)}</g></g>`
  )

const bookmarks: Draw = (color, title) =>
  times(
    3,
    (i) =>
      `<g transform="rotate(${-14 + i * 14} 200 330)">${stroke("M200 96V50", color.accent, 4)}${box(170, 90, 60, 240, [color.main, color.deep, color.pale][i]!, 6)}<g transform="translate(173 120) scale(.46 1.4)">${i === 1 ? motif(color, title, 0, 0) : stripes(color)}</g></g>`
  )

const calendar: Draw = (color, title) =>
  box(100, 62, 212, 286, "#3b2f2622", 4) +
  box(94, 56, 212, 284, "#fdfaf3", 4) +
  box(94, 56, 212, 150, color.main) +
  `<g transform="translate(112 66) scale(1.48 1)">${motif(color, title, 0, 0)}</g>` +
  times(4, (i) => stroke(`M116 ${234 + i * 27}h168`, color.deep, 8, 'stroke-dasharray="0 28"')) +
  circle(228, 261, 10, color.accent) +
  box(84, 48, 232, 13, "#8a6a4c", 6)

const garland: Draw = ({ accent, deep, main, pale }) =>
  times(
    2,
    (k) =>
      stroke(`M20 ${90 + k * 120}q180 110 360 0`, "#8a6a4c", 3) +
      times(7, (i) => {
        const x = 50 + i * 50
        const y = 100 + k * 120 + Math.round(46 * (1 - ((x - 200) / 180) ** 2))
        return path(`M${x - 20} ${y - 2}h40l-20 52z`, [main, accent, pale, deep][(i + k) % 4]!)
      })
  )

export const paperGoods: Figures = [
  [/card|stationery|letter/i, card],
  [/wrap/i, wrap],
  [/bookmark/i, bookmarks],
  [/calendar|planner/i, calendar],
  [/garland|bunting/i, garland],
  [/./, book]
]
