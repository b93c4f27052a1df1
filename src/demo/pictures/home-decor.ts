import { box, circle, type Draw, type Figures, flame, oval, path, shade, stroke, times } from "./draw.ts"

const hanging: Draw = ({ accent, deep, main, pale }) =>
  stroke("M96 86L200 40l104 46", deep, 3) +
  box(72, 82, 256, 12, "#8a6a4c", 6) +
  times(13, (i) => box(88 + i * 18, 94, 10, 130 + (6 - Math.abs(6 - i)) * 20, i % 3 ? pale : main, 5)) +
  path("M88 120h226v18L200 196 88 138z", main, 'opacity=".85"') +
  stroke("M92 140l108 60 110-60", accent, 6)

const wreath: Draw = ({ accent, main, pale }) =>
  stroke("M200 92a108 108 0 1 0 .1 0", "#8a6a4c", 9) +
  times(24, (i) => {
    const angle = (i / 24) * 2 * Math.PI
    const x = Math.round(200 + 108 * Math.cos(angle))
    const y = Math.round(200 + 108 * Math.sin(angle))
    return `<ellipse cx="${x}" cy="${y}" rx="11" ry="27" fill="${["#7d8f69", "#98a982", main][i % 3]}" transform="rotate(${i * 15 + 30} ${x} ${y})"/>`
  }) +
  times(6, (i) => circle(112 + i * 14, 270 + ((i * 17) % 30), 10, i % 2 ? accent : pale))

const pillow: Draw = ({ accent, deep, main, pale }) =>
  shade(130, 318) +
  path("M84 106q116 22 232 0 16 98 0 204-116-20-232 0-16-106 0-204z", main) +
  times(12, (i) => {
    const x = 128 + (i % 4) * 48
    const y = 152 + Math.floor(i / 4) * 54
    return path(`M${x} ${y - 17}l15 17-15 17-15-17z`, i % 2 ? pale : accent)
  }) +
  stroke("M84 106q116 22 232 0M84 310q116-20 232 0", deep, 4)

const lamp: Draw = ({ accent, deep, main, pale }) =>
  shade(76, 330) +
  circle(200, 160, 130, "#fff3c455") +
  path("M142 96h116l40 100H102z", pale) +
  path("M102 196h196l-6-14H108z", accent) +
  path("M186 196h28v30c34 14 42 40 42 60 0 24-16 42-30 42h-52c-14 0-30-18-30-42 0-20 8-46 42-60z", main) +
  path("M160 328h80v8h-80z", deep)

const basket: Draw = ({ accent, deep, main, pale }) =>
  shade(112, 318) +
  stroke("M132 170C136 70 264 70 268 170", deep, 12) +
  path("M96 166h208l-22 140q-2 12-16 12H134q-14 0-16-12z", main) +
  times(6, (i) =>
    stroke(`M${101 + i * 3} ${190 + i * 22}h${198 - i * 6}`, i % 2 ? pale : deep, 7, 'stroke-dasharray="16 10"')
  ) +
  box(90, 154, 220, 24, accent, 12)

const clock: Draw = ({ accent, deep, main, pale }) =>
  circle(206, 208, 124, "#3b2f2622") +
  circle(200, 200, 124, main) +
  circle(200, 200, 108, pale) +
  times(12, (i) =>
    circle(Math.round(200 + 90 * Math.sin(i * 0.5236)), Math.round(200 - 90 * Math.cos(i * 0.5236)), 5, deep)
  ) +
  stroke("M200 200L156 164", deep, 8) +
  stroke("M200 200L262 148", accent, 6) +
  circle(200, 200, 9, deep)

const holders: Draw = ({ deep, main, pale }) =>
  shade(120) +
  times(3, (i) => {
    const x = 120 + i * 80
    const top = [210, 150, 236][i]!
    return (
      box(x - 8, top - 78, 16, 80, "#f4ead6", 4) +
      flame(x, top - 84) +
      path(`M${x - 17} ${top}h34l-8 24h-18z`, deep) +
      path(`M${x - 8} ${top + 20}h16l4 ${270 - top}h-24z`, main) +
      oval(x, 300, 36, 11, i % 2 ? pale : main)
    )
  })

const mirror: Draw = ({ deep, main }, title) =>
  /arched/i.test(title)
    ? path("M106 330V176a94 94 0 0 1 188 0v154z", deep) +
      path("M122 316V178a78 78 0 0 1 156 0v138z", "#dfe9ec") +
      stroke("M150 250l60-70M166 280l84-98", "#ffffff", 9)
    : stroke("M130 130l70-84 70 84", main, 8) +
      circle(200, 214, 120, deep) +
      circle(200, 214, 104, "#dfe9ec") +
      stroke("M146 230l60-70M164 258l84-98", "#ffffff", 9)

export const homeDecor: Figures = [
  [/wreath/i, wreath],
  [/pillow/i, pillow],
  [/lamp/i, lamp],
  [/basket/i, basket],
  [/clock/i, clock],
  [/holders/i, holders],
  [/mirror/i, mirror],
  [/./, hanging]
]
