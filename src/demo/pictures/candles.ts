import { box, circle, type Draw, type Figures, flame, oval, path, shade, stroke, times } from "./draw.ts"

const jar: Draw = ({ accent, deep, main, pale }, title) =>
  shade(88) +
  (/double/i.test(title) ? flame(172, 166) + flame(228, 166) : flame(200, 166)) +
  box(124, 136, 152, 174, "#ffffff99", 16) +
  path("M132 176h136v116q0 12-12 12H144q-12 0-12-12z", main) +
  oval(200, 176, 68, 12, pale) +
  stroke(/double/i.test(title) ? "M172 176v-12M228 176v-12" : "M200 176v-12", "#3b2f26", 4) +
  box(150, 210, 100, 62, "#fdf9ef", 4) +
  stroke("M166 230h68M176 248h48", deep, 4) +
  circle(200, 290, 4, accent)

const pillar: Draw = ({ deep, main, pale }) =>
  shade(100) +
  oval(200, 304, 98, 18, "#d9cdb8") +
  flame(200, 122) +
  stroke("M200 134v-14", "#3b2f26", 4) +
  path("M142 138h116v158q-58 16-116 0z", main) +
  times(5, (i) => stroke(`M${156 + i * 22} 152v${120 + (i % 2) * 16}`, deep, 3, 'opacity=".35"')) +
  oval(200, 138, 58, 12, pale) +
  path("M142 138h20q4 44-8 52-12-6-12-52z", pale)

const tapers: Draw = ({ deep, main, pale }) =>
  shade(110, 322) +
  times(4, (i) => {
    const x = 128 + i * 48
    const top = 112 + ((i * 29) % 44)
    return (
      flame(x, top - 6) +
      path(`M${x - 8} ${top}h16l5 ${304 - top}h-26z`, i % 2 ? main : deep) +
      stroke(`M${x - 3} ${top + 10}l-3 160`, pale, 3) +
      box(x - 20, 300, 40, 18, "#b9975b", 6)
    )
  })

const tin: Draw = ({ accent, deep, main, pale }) =>
  shade(112) +
  flame(176, 190) +
  path("M92 212h168v74q-84 30-168 0z", "#a9adad") +
  box(104, 234, 144, 34, main) +
  stroke("M124 250h104", pale, 5) +
  oval(176, 212, 84, 22, "#c9cccb") +
  oval(176, 214, 72, 16, pale) +
  `<g transform="rotate(62 300 270)">${oval(296, 272, 62, 20, "#8f9494")}${oval(296, 266, 62, 20, "#c9cccb")}${oval(296, 266, 36, 11, accent)}</g>` +
  stroke("M176 212v-18", deep, 4)

const melts: Draw = ({ deep, main, pale }) =>
  shade(130, 326) +
  times(6, (i) => {
    const x = 96 + (i % 3) * 72
    const y = 160 + Math.floor(i / 3) * 76
    return box(x, y, 62, 66, deep, 10) + box(x, y, 62, 56, main, 10) + box(x + 9, y + 8, 44, 36, pale, 8)
  })

const votives: Draw = ({ accent, main, pale }) =>
  shade(138, 316) +
  times(4, (i) => {
    const x = 92 + i * 72
    const up = (i % 2) * 26
    return (
      flame(x, 226 - up) +
      path(`M${x - 30} ${228 - up}h60l-7 ${82}h-46z`, i % 2 ? main : accent) +
      oval(x, 228 - up, 30, 8, pale)
    )
  })

const wooden: Draw = ({ deep, main, pale }) =>
  shade(122, 318) +
  flame(150, 196) +
  flame(200, 190) +
  flame(250, 196) +
  path("M70 206h260c-6 74-60 108-130 108S76 280 70 206z", "#94694a") +
  stroke("M104 250q96 40 192 0M130 284q70 24 140 0", "#6f4c33", 3) +
  oval(200, 206, 130, 24, "#6f4c33") +
  oval(200, 208, 114, 18, main) +
  times(3, (i) => box(143 + i * 50, 194, 14, 16, deep, 2)) +
  oval(200, 216, 60, 5, pale)

export const candles: Figures = [
  [/pillar/i, pillar],
  [/taper/i, tapers],
  [/tins?\b/i, tin],
  [/melt|tablets/i, melts],
  [/votive|lights/i, votives],
  [/dough|wooden-wick|crackling/i, wooden],
  [/./, jar]
]
