import type { Color } from "./color.ts"
import { box, circle, type Draw, type Figures, oval, path, shade, stroke, times } from "./draw.ts"

const eyes = (y = 190) =>
  circle(174, y, 8, "#2b2320") +
  circle(226, y, 8, "#2b2320") +
  circle(177, y - 3, 2.5, "#fff") +
  circle(229, y - 3, 2.5, "#fff")

/** The head of whoever the toy is, about 160 wide around 200, 200. */
const heads: ReadonlyArray<readonly [RegExp, (color: Color) => string]> = [
  [
    /bear/i,
    ({ main, pale }) =>
      circle(142, 138, 30, main) +
      circle(258, 138, 30, main) +
      circle(142, 138, 15, pale) +
      circle(258, 138, 15, pale) +
      circle(200, 200, 82, main) +
      oval(200, 228, 38, 30, pale) +
      oval(200, 214, 14, 10, "#2b2320") +
      eyes()
  ],
  [
    /fox/i,
    ({ main, pale }) =>
      path("M120 108l52 34h56l52-34 4 90q-10 62-84 90-74-28-84-90z", main) +
      path("M116 198q40 0 84 90-74-28-84-90zM284 198q-40 0-84 90 74-28 84-90z", pale) +
      circle(200, 280, 11, "#2b2320") +
      eyes(200)
  ],
  [
    /whale/i,
    ({ deep, main, pale }) =>
      path("M96 214c0-66 58-96 116-84 46 10 62 40 66 62l34-34q18 30-6 54-16 70-90 74-120 4-120-72z", main) +
      path("M104 236q70 40 160 16-26 36-80 34-64-2-80-50z", pale) +
      circle(146, 206, 8, "#2b2320") +
      stroke("M180 118q-4-30-22-34m24 34q4-30 22-34", deep, 6)
  ],
  [
    /hedgehog/i,
    ({ accent, deep, main }) =>
      times(11, (i) => path("M188 110l12-40 12 40z", deep, `transform="rotate(${-100 + i * 20} 200 200)"`)) +
      circle(200, 200, 96, main) +
      path("M130 214q0-54 70-54t70 54q-10 70-70 70t-70-70z", accent) +
      circle(200, 246, 12, "#2b2320") +
      eyes(206)
  ],
  [
    /owl/i,
    ({ accent, main, pale }) =>
      path("M120 116q80 40 160 0 14 60 0 110-20 66-80 66t-80-66q-14-50 0-110z", main) +
      circle(166, 186, 34, pale) +
      circle(234, 186, 34, pale) +
      circle(168, 188, 15, "#2b2320") +
      circle(232, 188, 15, "#2b2320") +
      path("M200 200l14 20-14 18-14-18z", accent) +
      stroke("M160 252q14 12 26 0 14 12 28 0 12 12 26 0", pale, 4)
  ],
  [
    /dinosaur/i,
    ({ accent, deep, main }) =>
      path(
        "M130 282q-16-70 40-92 24-14 22-54c-2-40 30-56 60-44 34 14 32 48 4 56-26 8-22 30-16 54 14 46-6 80-24 80z",
        main
      ) +
      times(4, (i) => path(`M${128 + i * 17} ${236 - i * 22}l-20-14 26-8z`, accent)) +
      circle(250, 112, 7, "#2b2320") +
      stroke("M256 138q14 2 22-8", deep, 4)
  ],
  [
    /goat/i,
    ({ main, pale }) =>
      path("M160 130q-30-60-50-24 20 0 30 40zM240 130q30-60 50-24-20 0-30 40z", "#8a6a4c") +
      path("M106 168q40-20 50 6l-10 26q-30 6-40-32zM294 168q-40-20-50 6l10 26q30 6 40-32z", main) +
      path("M142 140q58-30 116 0l-10 100q-16 50-48 50t-48-50z", pale) +
      path("M186 280h28l-14 36z", main) +
      stroke("M184 258q16 12 32 0", "#2b2320", 4) +
      eyes()
  ],
  [
    /rabbit/i,
    ({ main, pale }) =>
      oval(166, 108, 24, 66, main) +
      oval(166, 112, 11, 46, pale) +
      path("M222 150q-2-80 40-84 46 10 40 58-20-6-34 4-20 10-26 30z", main) +
      circle(200, 214, 80, main) +
      oval(200, 240, 30, 22, pale) +
      path("M188 226h24l-12 14z", "#c46f72") +
      eyes(202)
  ],
  [
    /moon/i,
    ({ accent, main }) =>
      path("M232 96a106 106 0 1 0 56 170 86 86 0 1 1-56-170z", accent) +
      stroke("M156 208q10 8 20 0", "#2b2320", 5) +
      times(5, (i) =>
        path(
          "M0-14l4 10 10 1-8 7 3 11-9-6-9 6 3-11-8-7 10-1z",
          main,
          `transform="translate(${224 + ((i * 37) % 70)} ${136 + i * 28})"`
        )
      )
  ],
  [
    /./,
    ({ accent, deep, main, pale }) =>
      times(
        4,
        (i) =>
          box(104 + i * 50, 190 - (i % 2) * 30, 44, 94 + (i % 2) * 30, [main, pale, accent, main][i]!) +
          path(`M${100 + i * 50} ${192 - (i % 2) * 30}l26-34 26 34z`, deep) +
          box(120 + i * 50, 214 - (i % 2) * 30, 13, 16, "#fdf3d8")
      ) + path("M280 284q-4-40 14-40t14 40zM284 248l2-14 8 8 8-8 2 14z", "#4b4743")
  ]
]

const head = (color: Color, title: string) => heads.find(([words]) => words.test(title))![1](color)

const wheels: Draw = (color, title) =>
  shade(126, 344) +
  stroke("M300 312q40 6 66-30", color.accent, 4) +
  circle(368, 278, 10, color.accent) +
  `<g transform="translate(0 -8)">${head(color, title)}</g>` +
  box(96, 276, 208, 34, "#d6b27a", 10) +
  times(2, (i) => circle(136 + i * 128, 318, 28, color.deep) + circle(136 + i * 128, 318, 10, "#d6b27a"))

const blocks: Draw = (color, title) =>
  shade(140, 350) +
  times(
    3,
    (i) =>
      box(84 + i * 80, 266, 74, 78, [color.main, "#d6b27a", color.accent][i]!, 8) +
      box(96 + i * 80, 278, 50, 54, "#fdf3d8", 4) +
      circle(121 + i * 80, 305, 14, [color.deep, color.main, color.main][i]!)
  ) +
  `<g transform="translate(60 26) scale(.7)">${box(86, 84, 228, 244, "#d6b27a", 18)}${head(color, title)}</g>`

const rattle: Draw = (color, title) =>
  box(186, 240, 28, 120, "#d6b27a", 14) +
  stroke("M168 268a32 12 0 0 0 64 0", color.accent, 10) +
  `<g transform="translate(0 -30)">${circle(200, 200, 112, "#d6b27a")}${head(color, title)}</g>`

const tile: Draw = (color, title) =>
  times(
    3,
    (i) =>
      `<g transform="rotate(${-16 + i * 16} 200 360)">${box(116, 70, 168, 220, "#3b2f2622", 14)}${box(112, 64, 168, 220, "#f3e6cc", 14)}${i === 2 ? `<g transform="translate(60 40) scale(.68)">${head(color, title)}</g>` : box(126, 78, 140, 192, i ? color.pale : color.main, 8)}</g>`
  )

const stack: Draw = (color, title) =>
  shade(104, 344) +
  times(4, (i) =>
    box(96 + i * 16, 304 - i * 34, 208 - i * 32, 34, [color.deep, color.accent, color.main, color.pale][i]!, 17)
  ) +
  `<g transform="translate(74 18) scale(.63)">${head(color, title)}</g>`

const mobile: Draw = (color, title) =>
  stroke("M200 10v50M84 84L316 60M100 82v60M300 62v60", "#8a6a4c", 4) +
  times(2, (i) => circle(100 + i * 200, 160 - i * 20, 22, i ? color.accent : color.pale)) +
  stroke("M200 60v80", "#8a6a4c", 3) +
  `<g transform="translate(50 92) scale(.75)">${head(color, title)}</g>`

const friend: Draw = (color, title) =>
  shade(96, 352) +
  path("M136 262q64-30 128 0l20 84H116z", color.main) +
  path("M168 268q32-12 64 0l4 78h-72z", color.pale) +
  `<g transform="translate(16 -8) scale(.92)">${head(color, title)}</g>`

export const toys: Figures = [
  [/pull/i, wheels],
  [/blocks|puzzle/i, blocks],
  [/rattle/i, rattle],
  [/memory|domino|lotto/i, tile],
  [/stacking|nesting/i, stack],
  [/mobile/i, mobile],
  [/./, friend]
]
