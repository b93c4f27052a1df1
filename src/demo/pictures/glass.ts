import { box, circle, type Draw, type Figures, oval, path, shade, stroke, times } from "./draw.ts"

const shine = (d: string) => stroke(d, "#ffffff", 6, 'opacity=".75"')

const tumbler: Draw = ({ deep, main, pale }) =>
  shade(104) +
  times(
    2,
    (i) =>
      `<g transform="translate(${i * 104 - 52} ${i * 8 - 4})">${path("M152 150h96l-10 146q-1 12-14 12h-48q-13 0-14-12z", main, 'opacity=".72"')}${path("M155 206h90l-7 90q-1 12-14 12h-48q-13 0-14-12z", deep, 'opacity=".5"')}${oval(200, 150, 48, 9, pale)}${circle(212, 284, 5, "#ffffff")}${shine("M168 172l6 90")}</g>`
  )

const ornament: Draw = ({ accent, deep, main, pale }, title) =>
  stroke("M200 30v62", "#8a6a4c", 3) +
  box(186, 90, 28, 22, "#c69a4a", 5) +
  (/icicle/i.test(title)
    ? path("M184 110h32l8 60q-10 90-24 190-14-100-24-190z", main, 'opacity=".8"') +
      times(6, (i) => stroke(`M182 ${140 + i * 26}q18 12 34 -6`, pale, 4))
    : circle(200, 212, 102, main) +
      stroke("M112 170q88 70 176 10M104 222q100 70 190 10M132 280q70 40 140 0", deep, 7, 'opacity=".5"') +
      stroke("M150 132q60 80 20 174", accent, 5, 'opacity=".7"') +
      shine("M134 176q14-34 42-46"))

const panes = (x: number, y: number, width: number, height: number, colors: ReadonlyArray<string>) =>
  times(12, (i) => {
    const column = width / 3
    const row = height / 4
    const left = x + (i % 3) * column
    const top = y + Math.floor(i / 3) * row
    const tilt = i % 2
    return (
      path(`M${left} ${top}h${column}v${row}z`, colors[(i * 5) % 4]!) +
      path(`M${left} ${top}v${row}h${column}z`, colors[(i * 3 + tilt + 1) % 4]!)
    )
  })

const panel: Draw = ({ accent, deep, main, pale }) =>
  stroke("M140 40v40M260 40v40", "#5b5750", 4) +
  `<g stroke="#4b4743" stroke-width="4">${panes(104, 80, 192, 248, [main, pale, accent, deep])}</g>` +
  `<rect x="104" y="80" width="192" height="248" fill="none" stroke="#4b4743" stroke-width="11"/>`

const suncatcher: Draw = ({ accent, deep, main, pale }) =>
  stroke("M200 20v64", "#5b5750", 3) +
  `<g stroke="#4b4743" stroke-width="5">${times(8, (i) => `<path d="M200 200L166 112Q200 60 234 112z" fill="${[main, pale, accent, deep][i % 4]}" transform="rotate(${i * 45} 200 200)"/>`)}<circle cx="200" cy="200" r="30" fill="${pale}"/></g>` +
  path("M200 318l14 24-14 26-14-26z", main)

const vase: Draw = ({ accent, deep, main, pale }) =>
  stroke("M202 170C206 110 190 80 196 50", "#71805a", 4) +
  path("M196 52q-30-8-24-40 16 4 24 18 8-16 24-18 4 32-24 40z", accent) +
  shade(78) +
  path("M184 146h32v40c44 12 60 44 60 72 0 34-26 52-76 52s-76-18-76-52c0-28 16-60 60-72z", main, 'opacity=".8"') +
  path("M128 244q72 26 144 0c8 42-18 66-72 66s-80-24-72-66z", deep, 'opacity=".5"') +
  oval(200, 146, 16, 4, pale) +
  shine("M150 236q6-24 24-34")

const bowl: Draw = ({ deep, main, pale }) =>
  shade(90) +
  path("M72 186q21 18 43 0t43 0 42 0 43 0 43 0 42 0c-8 78-60 124-128 124S80 264 72 186z", main, 'opacity=".82"') +
  path("M96 250q104 40 208 0-36 58-104 58T96 250z", deep, 'opacity=".5"') +
  stroke("M72 186q21 18 43 0t43 0 42 0 43 0 43 0 42 0", pale, 7) +
  shine("M100 232q12 30 40 46")

const weight: Draw = ({ accent, deep, main, pale }) =>
  shade(112, 318) +
  path("M86 250c0-74 50-118 114-118s114 44 114 118c0 44-40 62-114 62S86 294 86 250z", main, 'opacity=".85"') +
  times(
    6,
    (i) =>
      `<path d="M200 238q-18-40 0-72 18 32 0 72z" fill="${i % 2 ? accent : pale}" transform="rotate(${i * 60} 200 238)"/>`
  ) +
  circle(200, 238, 14, deep) +
  shine("M118 222q12-44 50-64")

const dish: Draw = ({ accent, deep, main, pale }) =>
  `<g transform="rotate(12 200 220)">${box(98, 118, 212, 212, "#3b2f2622", 22)}${box(92, 108, 212, 212, main, 22)}${times(9, (i) => box(112 + (i % 3) * 62, 128 + Math.floor(i / 3) * 62, 50, 50, [pale, accent, deep][(i * 2 + Math.floor(i / 3)) % 3]!, 8))}</g>`

const terrarium: Draw = ({ main, pale }) =>
  shade(100, 326) +
  path("M200 70l88 70-20 176H132l-20-176z", pale, 'opacity=".6"') +
  path("M126 262h148l-6 54H132z", "#6b5744") +
  times(5, (i) => path(`M${150 + i * 24} 264q-18-34-4-62 20 24 4 62z`, i % 2 ? "#6f8f62" : "#567a52")) +
  stroke("M200 70l88 70-20 176H132l-20-176zM200 70l-30 76 30 170 30-170zM112 140l58 6h60l58-6", main, 5)

export const glass: Figures = [
  [/ornament|ball/i, ornament],
  [/panel/i, panel],
  [/suncatcher/i, suncatcher],
  [/vase/i, vase],
  [/paperweight/i, weight],
  [/terrarium/i, terrarium],
  [/dish|coasters/i, dish],
  [/bowl/i, bowl],
  [/./, tumbler]
]
