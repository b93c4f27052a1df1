import { box, circle, type Draw, type Figures, oval, path, shade, stroke, times } from "./draw.ts"

const grain = (x: number, y: number, width: number, gap: number, count: number, color: string) =>
  times(count, (i) =>
    stroke(
      `M${x + (i % 2) * 12} ${y + i * gap}q${width / 4}-${6 + (i % 3) * 4} ${width / 2} 0t${width / 2 - 14} 0`,
      color,
      2.5,
      'opacity=".55"'
    )
  )

const board: Draw = ({ deep, main, pale }, title) =>
  `<g transform="rotate(-12 200 210)">${box(112, 84, 184, 252, "#3b2f2622", 18)}${/handle/i.test(title) ? box(180, 40, 42, 70, main, 20) : ""}${box(106, 78, 184, 252, main, 18)}${/end-grain/i.test(title) ? times(20, (i) => box(118 + (i % 4) * 41, 92 + Math.floor(i / 4) * 46, 38, 43, (i + Math.floor(i / 4)) % 2 ? pale : deep, 3)) : grain(116, 112, 164, 26, 8, deep)}${circle(200, /handle/i.test(title) ? 58 : 102, 10, "#f3eadc")}</g>`

const spoon: Draw = ({ deep, main, pale }) =>
  `<g transform="rotate(38 200 200)">${box(192, 150, 22, 210, main, 11)}${oval(203, 100, 46, 66, main)}${oval(203, 96, 32, 48, deep)}${oval(196, 88, 16, 28, pale)}</g>`

const bowl: Draw = ({ deep, main, pale }) =>
  shade(96) +
  path("M82 190h236c0 70-50 118-118 118S82 260 82 190z", main) +
  grain(104, 232, 190, 20, 3, deep) +
  oval(200, 190, 118, 26, deep) +
  oval(200, 194, 104, 19, pale)

const stool: Draw = ({ deep, main, pale }) =>
  shade(104, 332) +
  stroke("M132 176L108 328M268 176l24 152M200 180v150", deep, 15) +
  stroke("M122 262h156", deep, 8) +
  oval(200, 172, 122, 30, deep) +
  oval(200, 162, 122, 30, main) +
  grain(110, 158, 180, 10, 2, pale)

const chest: Draw = ({ accent, deep, main, pale }) =>
  shade(126, 318) +
  box(84, 186, 232, 130, main, 4) +
  box(78, 148, 244, 46, deep, 6) +
  times(5, (i) => path(`M84 ${200 + i * 24}h20l-6 12H84zM316 ${200 + i * 24}h-20l6 12h14z`, pale)) +
  grain(116, 226, 170, 24, 3, deep) +
  box(188, 180, 24, 28, accent, 4)

const tray: Draw = ({ deep, main, pale }) =>
  path("M60 200h280l-28 108H88z", deep) +
  path("M76 204h248l-22 90H98z", main) +
  grain(110, 226, 180, 20, 3, deep) +
  box(46, 186, 44, 16, pale, 8) +
  box(310, 186, 44, 16, pale, 8) +
  oval(170, 244, 34, 14, "#f4ead6") +
  path("M142 210h56l-6 34h-44z", "#f4ead6")

const rack: Draw = ({ accent, deep, main }) =>
  box(54, 140, 292, 54, main, 8) +
  grain(70, 158, 250, 16, 2, deep) +
  times(5, (i) => circle(86 + i * 57, 168, 13, deep) + circle(86 + i * 57, 168, 8, main)) +
  path("M130 176q14 6 26 0l26 110q-40 18-78 0z", accent) +
  stroke("M257 176v90", "#7d8f69", 9) +
  oval(257, 286, 22, 30, "#7d8f69")

const pin: Draw = ({ deep, main, pale }) =>
  `<g transform="rotate(-24 200 220)">${path("M50 220q16-14 60-20h180q44 6 60 20-16 14-60 20H110q-44-6-60-20z", "#3b2f2622", 'transform="translate(4 14)"')}${path("M50 220q16-18 60-26h180q44 8 60 26-16 18-60 26H110q-44-8-60-26z", main)}${grain(96, 212, 210, 16, 2, deep)}${stroke("M112 202h150", pale, 4)}</g>`

const cellar: Draw = ({ deep, main, pale }) =>
  shade(80) +
  path("M130 200h140l-10 96q-2 14-16 14h-88q-14 0-16-14z", main) +
  grain(142, 232, 116, 22, 3, deep) +
  oval(200, 200, 70, 18, deep) +
  oval(200, 203, 58, 12, "#fbfaf6") +
  `<g transform="rotate(-16 270 190)">${oval(232, 172, 70, 17, main)}${circle(232, 160, 9, pale)}</g>`

const stand: Draw = ({ deep, main, pale }) =>
  shade(110, 322) +
  path("M122 92h120l34 196H156z", "#3f3d42") +
  path("M136 106h94l26 156h-94z", pale) +
  path("M104 288h192v32H104z", main) +
  path("M240 120l70 200h-34l-52-150z", deep) +
  grain(118, 300, 160, 10, 2, deep)

export const woodwork: Figures = [
  [/cutting|bread board|cheese/i, board],
  [/spoon|scoop/i, spoon],
  [/pinch|cellar/i, cellar],
  [/box/i, chest],
  [/stool/i, stool],
  [/rack|rail|pegs/i, rack],
  [/\bpin\b/i, pin],
  [/phone|book stand|organizer/i, stand],
  [/tray/i, tray],
  [/./, bowl]
]
