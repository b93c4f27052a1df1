import { circle, type Draw, type Figures, oval, path, shade, stroke, times } from "./draw.ts"

const glaze = (x: number, y: number, color: string) =>
  times(9, (i) => circle(x + ((i * 37) % 90) - 42, y + ((i * 53) % 80), 1.8, color))

const mug: Draw = ({ deep, main, pale }) =>
  shade(105) +
  stroke("M268 190c70-6 70 86-2 84", deep, 17) +
  path("M128 160h144l-9 132q-1 16-18 16h-90q-17 0-18-16z", main) +
  path("M128 160h144l-2 34q-20 16-38 4t-36 6-36-6-30 2z", pale) +
  glaze(200, 212, deep) +
  oval(200, 160, 72, 14, deep)

const bowl: Draw = ({ deep, main, pale }) =>
  shade(100) +
  path("M160 292h80l8 18h-96z", deep) +
  path("M80 196h240c-6 66-52 102-120 102S86 262 80 196z", main) +
  path("M82 212q118 34 236 0l-5 22q-113 32-226 0z", pale, 'opacity=".7"') +
  oval(200, 196, 120, 22, deep) +
  oval(200, 199, 106, 16, pale)

const vase: Draw = ({ accent, deep, main, pale }) =>
  stroke("M196 130C190 90 176 70 168 44M204 130c4-40 20-54 30-74", "#71805a", 4) +
  oval(166, 44, 12, 20, accent) +
  oval(236, 54, 11, 17, accent) +
  oval(182, 82, 8, 14, "#71805a") +
  shade(80) +
  path("M176 128h48l-4 40c36 18 52 44 52 74 0 40-22 68-46 68h-52c-24 0-46-28-46-68 0-30 16-56 52-74z", main) +
  path("M128 242c0-12 3-24 8-34q64 30 128 0c5 10 8 22 8 34q-72 34-144 0z", pale, 'opacity=".75"') +
  oval(200, 128, 24, 6, deep)

const plate: Draw = ({ deep, main, pale }) =>
  circle(203, 214, 122, "#3b2f2622") +
  circle(200, 205, 122, main) +
  circle(200, 205, 104, pale) +
  stroke("M200 101a104 104 0 1 0 .1 0", deep, 3) +
  glaze(200, 160, deep)

const planter: Draw = ({ deep, main, pale }) =>
  shade(104) +
  times(7, (i) =>
    path(
      `M200 190q${-84 + i * 28}-60 ${-96 + i * 32}-${70 + (i % 3) * 24}q${20 - i * 3} 50 ${96 - i * 32} 96z`,
      i % 2 ? "#6f8f62" : "#567a52"
    )
  ) +
  path("M124 180h152l-18 114q-2 10-12 10h-92q-10 0-12-10z", main) +
  path("M116 170h168v28H116z", pale) +
  path("M108 302h184l-8 14H116z", deep)

const teapot: Draw = ({ deep, main, pale }) =>
  shade(110) +
  stroke("M150 168c10-70 90-70 100 0", deep, 10) +
  path("M280 216c34-2 34-44 56-48l8 12c-18 8-14 66-58 74z", main) +
  path("M96 232c0-46 44-66 104-66s104 20 104 66c0 50-40 78-104 78S96 282 96 232z", main) +
  path("M150 178q50 22 100 0l6 8q-56 28-112 0z", pale) +
  oval(200, 170, 50, 12, deep) +
  circle(200, 152, 11, pale)

const pitcher: Draw = ({ deep, main, pale }) =>
  shade(88) +
  stroke("M254 168c64-6 62 96-4 94", deep, 15) +
  path("M144 132l-22-16q40-12 132 4l6 90c12 60-10 100-28 100h-64c-26 0-40-50-28-100z", main) +
  path("M140 210q60 22 120 0l5 34q-66 22-128 0z", pale, 'opacity=".8"') +
  path("M122 116q66-8 132 4-50 22-110 12z", deep)

const jar: Draw = ({ accent, deep, main, pale }) =>
  shade(92) +
  path("M124 188h152q16 60-8 108-4 14-20 14h-96q-16 0-20-14-24-48-8-108z", main) +
  path("M118 214q82 24 164 0l1 24q-83 24-166 0z", pale, 'opacity=".8"') +
  path("M120 168q80-40 160 0v20H120z", deep) +
  circle(200, 138, 14, accent)

const tumbler: Draw = ({ deep, main, pale }) =>
  shade(76) +
  path("M138 150h124l-14 144q-2 16-18 16h-60q-16 0-18-16z", main) +
  path("M138 150h124l-5 48q-30 14-57-2t-57 6z", pale) +
  oval(168, 252, 17, 22, deep) +
  oval(200, 150, 62, 12, deep)

const dish: Draw = ({ accent, deep, main, pale }) =>
  oval(204, 266, 128, 44, "#3b2f2622") +
  oval(200, 254, 128, 46, deep) +
  oval(200, 246, 122, 40, main) +
  oval(200, 252, 88, 24, pale) +
  stroke("M172 250a17 11 0 1 0 .1 0", accent, 5)

export const ceramics: Figures = [
  [/mug/i, mug],
  [/teapot/i, teapot],
  [/pitcher|creamer/i, pitcher],
  [/planter|herb pot/i, planter],
  [/vase/i, vase],
  [/plate/i, plate],
  [/jar|pig|keeper/i, jar],
  [/tumbler|cup/i, tumbler],
  [/rest|dish/i, dish],
  [/./, bowl]
]
