import { backdrops, colorOf, mix } from "./pictures/color.ts"
import { figureOf } from "./pictures/index.ts"
import { hash } from "./random.ts"

/** What a picture follows from: the listing, and which of its pictures. */
export interface Pictured {
  readonly id: string
  readonly n: number
  readonly category: string
  readonly title: string
}

export const imagePath = (id: string, n: number): string => `/images/${id}/${n}.svg`

/** The listing and the number in a path that `imagePath` gave; undefined for any other. */
export const imageOfPath = (path: string): Pick<Pictured, "id" | "n"> | undefined => {
  const [, id, n] = /^\/images\/(lst_[A-Za-z0-9_-]{1,60})\/([1-9])\.svg$/.exec(path) ?? []
  return id === undefined || n === undefined ? undefined : { id, n: Number(n) }
}

const views: ReadonlyArray<string> = [
  "",
  "translate(200 215) scale(1.5) translate(-200 -215)",
  "translate(200 216) scale(-.84 .84) translate(-200 -216)"
]

/** A small drawing of a thing, as SVG: the first whole, the second from close by, the third on another ground. */
export const imageOf = ({ category, id, n, title }: Pictured): string => {
  const [a, b] = hash(`${id}${title}`)
  const color = colorOf(title, a)
  const wall = backdrops[(b + n) % backdrops.length]!
  const view = views[(n - 1) % views.length]!
  const ground = mix(wall, "#6b5744", 0.16)
  const table = n % 3 !== 1 ? "" : `<path d="M0 296h400v104H0z" fill="${ground}"/>`
  const spot = n % 3 === 0 ? `<circle cx="200" cy="190" r="150" fill="${mix(wall, "#ffffff", 0.45)}"/>` : ""
  const figure = figureOf(category, title, color)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img"><rect width="400" height="400" fill="${wall}"/>${spot}${table}<g${view && ` transform="${view}"`} stroke-linecap="round" stroke-linejoin="round">${figure}</g></svg>`
}
