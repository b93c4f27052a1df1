import { circle, type Draw, type Figures, path, stroke, times } from "./draw.ts"

const metal = (title: string) => (/brass|petal|garnet|sea glass/i.test(title) ? "#c69a4a" : "#a8adb0")

const stone = (x: number, y: number, size: number, main: string, pale: string, deep: string) =>
  path(`M${x} ${y - size}l${size * 0.8} ${size * 0.7}L${x} ${y + size * 1.1}l${-size * 0.8} ${-size * 1.4}z`, main) +
  path(`M${x} ${y - size}l${size * 0.8} ${size * 0.7}H${x - size * 0.8}z`, pale) +
  path(`M${x} ${y - size * 0.3}h${size * 0.8}L${x} ${y + size * 1.1}z`, deep, 'opacity=".4"')

const earrings: Draw = ({ deep, main, pale }, title) =>
  times(2, (i) => {
    const x = 145 + i * 110
    return /hoop/i.test(title)
      ? stroke(`M${x} 130a56 56 0 1 0 .1 0`, metal(title), 8) + circle(x, 244, 12, main) + circle(x - 3, 240, 4, pale)
      : /stud/i.test(title)
        ? circle(x, 206, 38, metal(title)) + circle(x, 206, 30, main) + circle(x - 9, 196, 9, pale)
        : stroke(`M${x - 14} 132q2-24 16-20 14 6 0 26v40`, metal(title), 4) + stone(x, 226, 44, main, pale, deep)
  })

const necklace: Draw = ({ deep, main, pale }, title) =>
  stroke("M96 40c-14 110 50 190 104 206 54-16 118-96 104-206", metal(title), 4, 'stroke-dasharray="1 7"') +
  stroke("M96 40c-14 110 50 190 104 206 54-16 118-96 104-206", metal(title), 2) +
  circle(200, 250, 9, metal(title)) +
  stone(200, 304, 46, main, pale, deep) +
  (/station|layer/i.test(title) ? circle(140, 194, 9, main) + circle(260, 194, 9, main) : "")

const ring: Draw = ({ deep, main, pale }, title) =>
  stroke("M200 156a84 84 0 1 0 .1 0", "#3b2f2622", 26, 'transform="translate(5 8)"') +
  stroke("M200 156a84 84 0 1 0 .1 0", metal(title), /wide/i.test(title) ? 34 : 18) +
  stroke("M146 182a80 80 0 0 1 50-26", "#ffffff", 4, 'opacity=".7"') +
  (/band/i.test(title) ? "" : stone(200, 126, 40, main, pale, deep))

const bracelet: Draw = ({ deep, main, pale }, title) =>
  stroke("M200 120c-74 0-128 40-128 92s54 92 128 92 128-40 128-92-54-92-128-92z", metal(title), 10) +
  times(12, (i) => {
    const angle = (i / 12) * 2 * Math.PI
    const x = Math.round(200 + 128 * Math.cos(angle))
    const y = Math.round(212 + 92 * Math.sin(angle))
    return circle(x, y, i % 3 ? 13 : 17, i % 3 ? main : deep) + circle(x - 4, y - 4, 4, pale)
  })

const brooch: Draw = ({ accent, deep, main, pale }, title) =>
  stroke("M86 300L318 98", metal(title), 5) +
  path("M120 270c0-90 70-150 168-148 2 96-66 158-168 148z", main) +
  path("M120 270L288 122c2 96-66 158-168 148z", deep, 'opacity=".45"') +
  stroke("M128 262L276 134M170 224l-4-44M170 224l46 6M206 192l0-44M206 192l48 2", pale, 4) +
  circle(288, 122, 11, accent)

export const jewelry: Figures = [
  [/earring/i, earrings],
  [/\bring\b/i, ring],
  [/bracelet|bangle|cuff|anklet/i, bracelet],
  [/brooch|\bpin\b/i, brooch],
  [/./, necklace]
]
