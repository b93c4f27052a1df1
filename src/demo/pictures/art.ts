import type { Color } from "./color.ts"
import { box, circle, type Draw, type Figures, oval, path, stroke, times } from "./draw.ts"

const bird = (x: number, y: number, size: number, color: string) =>
  stroke(`M${x - size} ${y}q${size / 2}-${size} ${size} 0 ${size / 2}-${size} ${size} 0`, color, 4)

const scenes: ReadonlyArray<readonly [RegExp, (color: Color) => string]> = [
  [
    /heron/i,
    ({ deep, main, pale }) =>
      box(104, 84, 192, 232, pale) +
      box(104, 250, 192, 66, main) +
      path("M180 226c0-30 30-46 62-40l24 34-50 16c-20 6-36 4-36-10z", deep) +
      stroke("M184 224c-24-30-10-60 8-78l-30 8M206 236v56M222 234v58", deep, 5)
  ],
  [
    /thunderhead/i,
    ({ main, pale }) =>
      box(104, 84, 192, 232, pale) +
      circle(170, 170, 40, "#ffffff") +
      circle(216, 148, 50, "#ffffff") +
      circle(250, 180, 34, "#ffffff") +
      box(130, 176, 152, 36, "#8b93a3", 18) +
      box(104, 262, 192, 54, "#b9a25a") +
      path("M104 262h192v-8q-96-10-192 0z", main)
  ],
  [
    /lemons/i,
    ({ deep }) =>
      box(104, 84, 192, 232, "#466f9c") +
      oval(200, 254, 84, 24, "#e9e2d2") +
      times(4, (i) => oval(156 + i * 30, 224 - (i % 2) * 26, 24, 18, i % 2 ? "#f0cc45" : "#e3b52f")) +
      path("M240 186q20-24 38-8-14 20-38 8z", "#5d7f4c") +
      stroke("M122 250h20M258 250h20", deep, 3)
  ],
  [
    /train/i,
    ({ accent, main }) =>
      box(104, 84, 192, 232, "#232c44") +
      circle(250, 128, 16, accent) +
      box(104, 210, 192, 54, main) +
      times(5, (i) => box(112 + i * 38, 220, 26, 20, "#f6d98a", 3)) +
      box(104, 268, 192, 6, "#111827")
  ],
  [
    /fern/i,
    ({ deep, main, pale }) =>
      box(104, 84, 192, 232, pale) +
      stroke("M200 300C196 230 200 160 210 104", deep, 4) +
      times(9, (i) =>
        path(
          `M201 ${286 - i * 19}q-${62 - i * 5}-6-${70 - i * 6}-30 40-4 ${70 - i * 6} 30zM201 ${286 - i * 19}q${62 - i * 5}-6 ${70 - i * 6}-30-40-4-${70 - i * 6} 30z`,
          main
        )
      )
  ],
  [
    /barn/i,
    () =>
      box(104, 84, 192, 232, "#c9d6de") +
      box(104, 250, 192, 66, "#ffffff") +
      path("M146 252v-58l30-34h48l30 34v58z", "#a63d2f") +
      path("M184 252v-36h32v36z", "#f3e9dc") +
      path("M140 196l34-42h52l34 42-8 4-30-36h-44l-30 36z", "#5a4a42")
  ],
  [
    /dog/i,
    ({ accent, main, pale }) =>
      box(104, 84, 192, 232, pale) +
      oval(200, 270, 88, 26, accent) +
      path("M130 262c0-44 40-58 76-54 40 4 62 24 62 54z", main) +
      circle(150, 244, 28, main) +
      path("M138 224q-18 4-14 34 16 0 20-26z", "#4b3a31") +
      stroke("M142 250q6 4 12 0", "#2b2320", 3)
  ],
  [
    /tower/i,
    ({ accent, main }) =>
      box(104, 84, 192, 232, accent) +
      box(104, 268, 192, 48, "#6d6a66") +
      stroke("M164 190L148 290M236 190l16 100M182 190v100M218 190v100M158 236h84", "#4b4743", 5) +
      path("M150 130h100v62q-50 18-100 0z", main) +
      path("M146 132l54-36 54 36z", "#3d3835")
  ],
  [
    /desert|moonrise/i,
    ({ main, pale }) =>
      box(104, 84, 192, 232, main) +
      circle(228, 142, 26, "#f7ecc9") +
      path("M104 250l50-44h46l20 30h76v80H104z", "#b0643f") +
      path("M104 280q96-24 192 0v36H104z", "#d99a62") +
      stroke("M140 290v-46m0 20q-18 0-18-18m18 26q16 0 16-20", "#4f6b4a", 8) +
      circle(128, 110, 2, pale)
  ],
  [
    /swimming/i,
    ({ main, pale }) =>
      box(104, 84, 192, 232, "#7c9a6a") +
      path("M104 190q90-40 192 6v120H104z", main) +
      times(4, (i) => stroke(`M${124 + i * 12} ${226 + i * 22}q20-10 40 0t40 0 40 0`, pale, 4)) +
      circle(226, 222, 12, "#d79b76") +
      stroke("M150 84v70", "#5c4634", 9)
  ],
  [
    /./,
    ({ pale }) =>
      box(104, 84, 192, 232, pale) +
      path("M104 316v-36l60-20 60 12 72-24v68z", "#2f2d33") +
      times(9, (i) => bird(126 + ((i * 61) % 150), 112 + ((i * 37) % 120), 13, "#2f2d33"))
  ]
]

const scene = (color: Color, title: string) => scenes.find(([words]) => words.test(title))![1](color)

const framed: Draw = (color, title) =>
  box(82, 62, 248, 290, "#3b2f2622") +
  box(74, 54, 252, 292, /cyanotype|ink/i.test(title) ? "#3c3833" : "#a57f55") +
  box(86, 66, 228, 268, "#fbf8f1") +
  scene(color, title)

const relief: Draw = (color, title) =>
  box(88, 70, 232, 276, "#3b2f2626", 10) +
  box(84, 64, 232, 272, "#c9a98a", 10) +
  box(92, 72, 216, 256, "#ddc4a8", 6) +
  `<g opacity=".82">${scene(color, title)}</g>` +
  times(4, (i) => circle(98 + (i % 2) * 204, 78 + Math.floor(i / 2) * 244, 4, "#a98867"))

const sheet: Draw = (color, title) =>
  box(80, 60, 248, 290, "#3b2f2622") +
  box(74, 54, 252, 292, "#fdfbf5") +
  scene(color, title) +
  stroke("M110 330h30M262 330h30", "#8d867b", 2)

export const art: Figures = [
  [/ceramic/i, relief],
  [/linocut|screen|collage/i, sheet],
  [/./, framed]
]
