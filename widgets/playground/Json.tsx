import { useMemo } from "react"

const token = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const MOST = 60_000

const written = (value: unknown) => {
  const text = JSON.stringify(value, null, 2) ?? ""
  return text.length > MOST ? `${text.slice(0, MOST)}\n… ${text.length - MOST} characters more` : text
}

/** The parts of a text of JSON, each with what it is. */
const partsOf = (text: string) => {
  const parts: Array<{ readonly at: number; readonly text: string; readonly kind?: string }> = []
  let from = 0
  for (const match of text.matchAll(token)) {
    if (match.index > from) parts.push({ at: from, text: text.slice(from, match.index) })
    const [all, quoted, colon] = match
    const kind = quoted === undefined ? "value" : colon === undefined ? "text" : "key"
    parts.push({ at: match.index, text: all, kind })
    from = match.index + all.length
  }
  return [...parts, { at: from, text: text.slice(from) }]
}

/** A value as JSON, with its keys and values in colours of their own. Long ones are cut. */
export const Json = ({ label, value }: { label: string; value: unknown }) => {
  const parts = useMemo(() => partsOf(written(value)), [value])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section aria-label={label} className="json" tabIndex={0}>
      <pre>
        <code>
          {parts.map(({ at, kind, text }) =>
            kind === undefined ? (
              text
            ) : (
              <span className={kind} key={at}>
                {text}
              </span>
            )
          )}
        </code>
      </pre>
    </section>
  )
}
