import type { Color } from "./color.ts"
import { box, circle, type Draw, type Figures, path, shade, stroke, times } from "./draw.ts"

const bands = (
  { accent, deep, main, pale }: Color,
  x: number,
  y: number,
  width: number,
  height: number,
  count: number
) =>
  box(x, y, width, height, main) +
  times(count, (i) =>
    box(x, y + (i * height) / count, width, (height / count) * [0.22, 0.4, 0.14][i % 3]!, [deep, pale, accent][i % 3]!)
  )

const fringe = (x: number, y: number, width: number, color: string) =>
  times(Math.floor(width / 12), (i) => stroke(`M${x + 6 + i * 12} ${y}v20`, color, 4))

const scarf: Draw = (color) =>
  path("M118 96q82-50 164 0 14 44-20 58-62 22-124 0-34-14-20-58z", color.deep) +
  `<g transform="rotate(6 160 240)">${bands(color, 132, 130, 62, 180, 9)}${fringe(132, 310, 62, color.main)}</g>` +
  `<g transform="rotate(-8 240 220)">${bands(color, 206, 126, 62, 150, 8)}${fringe(206, 276, 62, color.main)}</g>` +
  path("M122 92q78-36 156 0 4 30-8 42-70 24-140 0-12-12-8-42z", color.main)

const folded: Draw = (color) =>
  shade(130, 322) +
  times(
    3,
    (i) =>
      `<g transform="translate(0 ${i * 60})">${box(80, 128, 240, 56, i === 1 ? color.pale : color.main, 22)}${times(5, (k) => box(112 + k * 40, 128, i === 2 ? 18 : 9, 56, i === 1 ? color.main : [color.deep, color.accent][k % 2]!))}</g>`
  ) +
  fringe(84, 304, 232, color.deep)

const towel: Draw = (color) =>
  stroke("M90 84h220", "#8a6a4c", 10) +
  bands(color, 122, 84, 112, 216, 10) +
  box(246, 84, 52, 150, color.pale) +
  times(3, (i) => box(246, 190 + i * 14, 52, 5, color.deep)) +
  fringe(122, 300, 112, color.pale)

const quilt: Draw = ({ accent, deep, main, pale }) =>
  box(86, 86, 240, 240, "#3b2f2622", 6) +
  box(80, 78, 240, 240, deep, 6) +
  times(16, (i) => {
    const x = 90 + (i % 4) * 55
    const y = 88 + Math.floor(i / 4) * 55
    const turned = (i + Math.floor(i / 4)) % 2
    return (
      box(x, y, 55, 55, turned ? pale : main) +
      path(turned ? `M${x} ${y}h55v55z` : `M${x} ${y}v55h55z`, turned ? accent : pale)
    )
  }) +
  stroke("M200 88v220M90 198h220", "#ffffff", 2, 'stroke-dasharray="5 6"')

const tote: Draw = ({ accent, deep, main, pale }) =>
  shade(112, 328) +
  stroke("M146 150C146 40 254 40 254 150", deep, 13) +
  path("M104 140h192l14 176q0 10-12 10H102q-12 0-12-10z", main) +
  path("M92 262h216l4 54q0 10-12 10H100q-12 0-12-10z", accent) +
  box(164, 178, 72, 60, pale, 4)

const hat: Draw = ({ accent, deep, main, pale }) =>
  circle(200, 92, 26, accent) +
  path("M94 262c0-96 40-162 106-162s106 66 106 162z", main) +
  times(7, (i) =>
    stroke(`M${124 + i * 25} 254q${(3 - i) * 4}-90 ${(3 - i) * 20}-136`, i % 2 ? deep : pale, 4, 'opacity=".6"')
  ) +
  box(84, 248, 232, 58, deep, 16) +
  times(14, (i) => stroke(`M${98 + i * 16} 256v42`, main, 5))

const mittens: Draw = ({ accent, deep, main, pale }) =>
  times(
    2,
    (i) =>
      `<g transform="${i ? "translate(400 0) scale(-1 1)" : ""} rotate(-8 140 210)">${path("M92 300V150c0-60 84-60 84 0v46c14-14 34-4 24 20l-24 44v40z", main)}${box(84, 292, 100, 40, deep, 8)}${times(3, (k) => stroke(`M98 ${172 + k * 34}l12-12 12 12 12-12 12 12 12-12 10 10`, k === 1 ? accent : pale, 5))}</g>`
  )

const rug: Draw = (color) =>
  `<g transform="translate(0 30) skewX(-8)">${box(104, 90, 270, 190, "#3b2f2622")}${bands(color, 98, 84, 270, 190, 12)}</g>` +
  times(16, (i) => stroke(`M${82 + i * 17 - 4} 305v16`, color.pale, 4))

const runner: Draw = (color) =>
  path("M40 250h320v26H40z", "#9a7654") +
  box(134, 180, 132, 70, color.main) +
  path("M134 250h132v64l-66 28-66-28z", color.main) +
  times(3, (i) => stroke(`M134 ${262 + i * 16}l66 28 66-28`, [color.pale, color.accent, color.deep][i]!, 5)) +
  times(4, (i) => box(134, 186 + i * 15, 132, 5, i % 2 ? color.pale : color.accent))

export const textiles: Figures = [
  [/scarf/i, scarf],
  [/towel/i, towel],
  [/quilt/i, quilt],
  [/tote/i, tote],
  [/cap|beanie|hat/i, hat],
  [/mitt/i, mittens],
  [/runner/i, runner],
  [/rug/i, rug],
  [/./, folded]
]
