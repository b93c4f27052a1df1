/** Markup that is safe to send: made by `html` only. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Hole = Html | string | number | false | undefined | ReadonlyArray<Html>

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character]!)

const filled = (hole: Hole): string => {
  if (hole === false || hole === undefined) return ""
  if (hole instanceof Html) return hole.text
  return typeof hole === "object" ? hole.map(({ text }) => text).join("") : escaped(String(hole))
}

/** A template in which everything that is filled in is escaped, unless it is markup itself. Quote every attribute. */
export const html = (parts: TemplateStringsArray, ...holes: ReadonlyArray<Hole>): Html =>
  new Html(parts.reduce((text, part, index) => text + filled(holes[index - 1]) + part))
