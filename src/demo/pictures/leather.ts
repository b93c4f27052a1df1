import { box, circle, type Draw, type Figures, path, shade, stroke, times } from "./draw.ts"

const stitch = 'stroke-dasharray="7 6"'

const wallet: Draw = ({ accent, deep, main, pale }) =>
  shade(128, 304) +
  box(76, 130, 248, 168, deep, 16) +
  box(76, 122, 248, 164, main, 16) +
  stroke("M92 138h216v132H92z", pale, 3, stitch) +
  path("M200 122v164", "none", `stroke="${deep}" stroke-width="4"`) +
  box(226, 104, 80, 30, accent, 5) +
  box(216, 114, 96, 30, deep, 6)

const holder: Draw = ({ accent, deep, main, pale }) =>
  `<g transform="rotate(-8 200 210)">${box(112, 88, 176, 110, accent, 8)}${box(120, 108, 160, 100, "#f7efe0", 8)}${box(98, 146, 204, 156, main, 14)}${path("M98 208h204v80q0 14-14 14H112q-14 0-14-14z", deep, 'opacity=".5"')}${stroke("M112 160v128h176V160", pale, 3, stitch)}${path("M170 146q30 34 60 0z", "#f7efe0")}</g>`

const belt: Draw = ({ deep, main, pale }) =>
  stroke("M200 120a92 92 0 1 0 92 92 70 70 0 0 0-140 0 48 48 0 0 0 96 0", deep, 34) +
  stroke("M200 116a92 92 0 1 0 92 92 70 70 0 0 0-140 0 48 48 0 0 0 96 0", main, 28) +
  stroke("M200 116a92 92 0 1 0 92 92", pale, 2, stitch) +
  `<rect x="196" y="88" width="66" height="56" rx="10" fill="none" stroke="#c69a4a" stroke-width="11"/>` +
  stroke("M196 116h40", "#c69a4a", 8)

const tote: Draw = ({ deep, main, pale }) =>
  shade(120, 330) +
  stroke("M146 156C146 30 254 30 254 156", deep, 12) +
  path("M90 146h220l14 172q0 10-12 10H88q-12 0-12-10z", main) +
  path("M90 146h220l2 22H88z", deep) +
  stroke("M88 310h224", pale, 3, stitch) +
  times(4, (i) => circle([140, 152, 248, 260][i]!, 182, 5, "#c69a4a"))

const fob: Draw = ({ deep, main, pale }) =>
  stroke("M200 66a40 40 0 1 0 .1 0", "#c69a4a", 9) +
  path("M172 132h56l14 150q0 34-42 34t-42-34z", deep, 'transform="translate(5 6)"') +
  path("M172 132h56l14 150q0 34-42 34t-42-34z", main) +
  stroke("M182 148l-11 134q0 22 29 22t29-22l-11-134", pale, 3, stitch) +
  circle(200, 158, 10, "#c69a4a")

const cover: Draw = ({ accent, deep, main, pale }) =>
  box(112, 76, 190, 262, "#3b2f2622", 10) +
  box(286, 84, 14, 240, "#f7efe0") +
  box(104, 70, 186, 262, main, 10) +
  box(104, 70, 30, 262, deep, 8) +
  stroke("M146 84h130v234H146z", pale, 3, stitch) +
  box(252, 70, 12, 262, accent) +
  box(296, 110, 10, 150, "#c69a4a", 5)

const strap: Draw = ({ deep, main, pale }) =>
  path("M172 40h56l6 92h-68zM166 268h68l-6 92h-56z", main) +
  stroke("M182 48l-4 80M218 48l4 80M178 272l4 80M222 272l-4 80", pale, 3, stitch) +
  circle(200, 200, 76, "#8f9494") +
  circle(200, 200, 64, "#f7f3ea") +
  times(12, (i) =>
    circle(Math.round(200 + 52 * Math.sin(i * 0.5236)), Math.round(200 - 52 * Math.cos(i * 0.5236)), 3, "#3b2f26")
  ) +
  stroke("M200 200v-38M200 200l26 14", "#3b2f26", 5) +
  box(274, 190, 12, 20, "#8f9494", 4) +
  times(4, (i) => circle(200, 292 + i * 15, 3, deep))

const kit: Draw = ({ deep, main, pale }) =>
  shade(132, 312) +
  path("M84 180q0-40 40-40h152q40 0 40 40v90q0 38-38 38H122q-38 0-38-38z", main) +
  stroke("M92 176h216", deep, 9) +
  stroke("M98 190h204M98 292h204", pale, 3, stitch) +
  box(300, 166, 36, 20, "#c69a4a", 6) +
  box(70, 208, 22, 54, deep, 8)

const crossbody: Draw = ({ deep, main, pale }) =>
  shade(112, 322) +
  stroke("M104 190C70 20 330 20 296 190", deep, 9) +
  box(92, 160, 216, 160, deep, 24) +
  path("M92 182q0-24 24-24h168q24 0 24 24v40q-20 50-108 50T92 222z", main) +
  stroke("M104 218q24 40 96 40t96-40", pale, 3, stitch) +
  circle(200, 256, 11, "#c69a4a")

const coasters: Draw = ({ accent, deep, main, pale }) =>
  times(
    3,
    (i) =>
      circle(150 + i * 34, 250 - i * 26, 92, deep) + circle(150 + i * 34, 244 - i * 26, 92, [main, accent, main][i]!)
  ) +
  stroke("M218 112a80 80 0 1 0 .1 0", pale, 3, stitch) +
  stroke("M218 152a40 40 0 1 0 .1 0", deep, 3)

export const leather: Figures = [
  [/card/i, holder],
  [/wallet/i, wallet],
  [/belt/i, belt],
  [/tote/i, tote],
  [/fob|\bkey/i, fob],
  [/cover/i, cover],
  [/strap/i, strap],
  [/dopp|roll|case/i, kit],
  [/crossbody|saddle|camera/i, crossbody],
  [/./, coasters]
]
