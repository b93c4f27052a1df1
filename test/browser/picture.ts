const GLAZES = ["#b5654a", "#5f7d8c", "#c9a24b", "#6f8a5e", "#8a5a78", "#3f5d6b", "#d08c60", "#7b6a58"]
const SHAPES = [
  `<path d="M140 130h110v130a30 30 0 0 1-30 30h-50a30 30 0 0 1-30-30z"/><path d="M250 160h22a26 26 0 0 1 26 26v22a26 26 0 0 1-26 26h-22" fill="none" stroke-width="18"/>`,
  `<path d="M100 200h200a100 90 0 0 1-200 0z"/><path d="M165 285h70v16h-70z"/>`,
  `<path d="M170 90h60v40c0 30 50 50 50 110 0 50-30 70-50 70h-60c-20 0-50-20-50-70 0-60 50-80 50-110z"/>`,
  `<circle cx="200" cy="200" r="105"/><circle cx="200" cy="200" r="70" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="5"/>`
]

const code = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)

/** A pot in some glaze, the same for the same path: stands for a photograph. */
export const picture = (path: string): string => {
  const glaze = GLAZES[code(path) % GLAZES.length]!
  const shape = SHAPES[(code(path) * 7 + 3) % SHAPES.length]!
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">
<rect width="400" height="400" fill="#ece5da"/><ellipse cx="200" cy="306" rx="120" ry="14" fill="#d8cdbc"/>
<g fill="${glaze}" stroke="${glaze}">${shape}</g></svg>`
}
