import { box, circle, type Draw, type Figures, oval, path, shade, stroke, times } from "./draw.ts"

const bubbles = times(6, (i) => circle(96 + ((i * 67) % 220), 96 + ((i * 41) % 70), 7 + (i % 3) * 5, "#ffffff99"))

const bar: Draw = ({ accent, deep, main, pale }, title) =>
  bubbles +
  shade(126, 316) +
  times(
    /puck/i.test(title) ? 1 : 2,
    (i) =>
      `<g transform="translate(${i * 26} ${-i * 66}) rotate(${i * -5} 200 270)">${box(84, 232, 220, 78, deep, 20)}${box(84, 222, 220, 78, i ? pale : main, 20)}${stroke("M108 248q46-18 92 0t82-4", i ? main : pale, 7, 'opacity=".7"')}${times(6, (k) => circle(118 + k * 32, 274 + (k % 2) * 9, 3.5, accent))}</g>`
  ) +
  box(160, 214, 62, 100, "#f7efe0", 3) +
  stroke("M174 246h34M174 262h34", deep, 4)

const jar: Draw = ({ accent, deep, main, pale }) =>
  shade(108) +
  box(110, 168, 180, 142, "#ffffff", 22) +
  path("M118 196h164v84q0 22-22 22H140q-22 0-22-22z", main) +
  path("M118 196q40-34 82-10t82 10v16H118z", pale) +
  box(104, 150, 192, 34, deep, 10) +
  box(142, 222, 116, 58, "#fdf9ef", 4) +
  stroke("M160 242h80M172 260h56", accent, 5)

const tin: Draw = ({ accent, deep, main, pale }) =>
  shade(120) +
  path("M84 226h190v58q-95 34-190 0z", "#a9adad") +
  oval(179, 226, 95, 28, "#c9cccb") +
  oval(179, 229, 82, 21, main) +
  path("M130 226q50-20 100 0-50 18-100 0z", pale) +
  `<g transform="rotate(58 306 250)">${oval(300, 252, 84, 26, "#8f9494")}${oval(300, 244, 84, 26, "#c9cccb")}${oval(300, 244, 54, 16, accent)}${oval(300, 244, 30, 8, deep)}</g>`

const bottle: Draw = ({ accent, deep, main, pale }) =>
  shade(72, 330) +
  path("M182 60h36l6 44h-48z", "#3b3733") +
  oval(200, 58, 18, 20, "#3b3733") +
  box(172, 100, 56, 28, "#c69a4a", 5) +
  path("M164 128h72q32 14 32 46v128q0 26-26 26h-84q-26 0-26-26V174q0-32 32-46z", main) +
  path("M132 204h136v98q0 26-26 26h-84q-26 0-26-26z", deep, 'opacity=".35"') +
  box(150, 192, 100, 94, "#fdf9ef", 4) +
  stroke("M200 268v-40m0 16q-20 0-22-18 20 0 22 18m0-6q20 0 22-18-20 0-22 18", accent, 4) +
  stroke("M148 176q2-18 14-26", pale, 6)

const tube: Draw = ({ accent, deep, main, pale }) =>
  shade(112, 322) +
  times(3, (i) => {
    const x = 132 + i * 68
    const top = 140 + ((i * 23) % 40)
    return (
      box(x - 16, top - 34, 32, 60, pale, 14) +
      box(x - 22, top, 44, 178 - (top - 140), [main, deep, accent][i]!, 8) +
      box(x - 22, top + 60, 44, 44, "#fdf9ef") +
      stroke(`M${x - 10} ${top + 82}h20`, deep, 4)
    )
  })

const sack: Draw = ({ accent, deep, main, pale }) =>
  shade(112, 322) +
  path("M126 150q74 24 148 0 40 90 20 150-10 20-34 20H140q-24 0-34-20-20-60 20-150z", pale) +
  path("M132 112q68 26 136 0l6 38q-74 24-148 0z", main) +
  stroke("M124 150q76 26 152 0", accent, 8) +
  box(156, 206, 88, 70, "#fdf9ef", 4) +
  stroke("M172 230h56M180 250h40", deep, 4) +
  times(5, (i) => circle(84 + i * 12, 314 - (i % 2) * 8, 7, i % 2 ? main : "#ffffff"))

export const bathBody: Figures = [
  [/salts|bath tea/i, sack],
  [/tin\b|salve|winter balm|cuticle/i, tin],
  [/lip balm/i, tube],
  [/\boil\b/i, bottle],
  [/butter|scrub/i, jar],
  [/./, bar]
]
