import { type FormEvent, useRef } from "react"
import { Glyph } from "./Glyph.tsx"

interface Props {
  readonly say: (text: string) => void
  readonly next: ReadonlyArray<string>
}

/** Where one types. The words of earlier turns come back with the arrow keys. */
export const Composer = ({ next, say }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const said = useRef<Array<string>>([])
  const at = useRef(0)

  const send = (event: FormEvent) => {
    event.preventDefault()
    const text = input.current!.value.trim()
    if (text === "") return
    said.current.push(text)
    at.current = said.current.length
    input.current!.value = ""
    say(text)
  }

  const recall = (event: { readonly key: string; readonly preventDefault: () => void }) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0
    if (step === 0 || said.current.length === 0) return
    event.preventDefault()
    at.current = Math.min(Math.max(at.current + step, 0), said.current.length)
    input.current!.value = said.current[at.current] ?? ""
  }

  return (
    <div className="composer">
      {next.length === 0 ? null : (
        <ul aria-label="You could say" className="next">
          {next.map((text) => (
            <li key={text}>
              <button onClick={() => say(text)} type="button">
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={send}>
        <label className="heard-only" htmlFor="say">
          Say something to the shop
        </label>
        <input
          autoComplete="off"
          enterKeyHint="send"
          id="say"
          maxLength={500}
          onKeyDown={recall}
          placeholder="Ask for something handmade…"
          ref={input}
          type="text"
        />
        <button aria-label="Send" className="send" type="submit">
          <Glyph name="send" />
        </button>
      </form>
    </div>
  )
}
