import { useLayoutEffect, useRef, useState } from "react"
import { LogRow } from "./LogRow.tsx"
import type { Entry, Log } from "./log.ts"
import { useStore } from "./store.ts"

const sides = { all: "All", server: "Server", widget: "Cards" } as const

const fits = (entry: Entry, side: keyof typeof sides, words: string) =>
  (side === "all" || entry.side === side) &&
  (words === "" || `${entry.title} ${entry.name} ${JSON.stringify(entry.message)}`.toLowerCase().includes(words))

/** Every message of the protocol, the newest last. */
export const LogPanel = ({ log }: { log: Log }) => {
  const entries = useStore(log.entries)
  const [side, setSide] = useState<keyof typeof sides>("all")
  const [words, setWords] = useState("")
  const [said, announce] = useState("")
  const list = useRef<HTMLOListElement>(null)
  const follows = useRef(true)
  const shown = entries.filter((entry) => fits(entry, side, words.toLowerCase()))

  // Stays with the newest, unless somebody has gone back to read.
  useLayoutEffect(() => {
    if (follows.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight
  })

  const copy = () =>
    navigator.clipboard.writeText(shown.map(({ message }) => JSON.stringify(message)).join("\n")).then(
      () => announce(`${shown.length} messages copied`),
      () => announce("The browser did not allow copying")
    )

  return (
    <section aria-label="Protocol log" className="log">
      <div className="log-tools">
        <label className="heard-only" htmlFor="log-words">
          Filter the log
        </label>
        <input
          id="log-words"
          onInput={(event) => setWords(event.currentTarget.value)}
          placeholder="Filter"
          type="search"
          value={words}
        />
        <fieldset className="segments">
          <legend className="heard-only">Show messages of</legend>
          {(Object.keys(sides) as Array<keyof typeof sides>).map((each) => (
            <button aria-pressed={side === each} key={each} onClick={() => setSide(each)} type="button">
              {sides[each]}
            </button>
          ))}
        </fieldset>
        <button className="small" onClick={copy} type="button">
          Copy
        </button>
        <button className="small" onClick={log.clear} type="button">
          Clear
        </button>
      </div>
      <p className="log-count" role="status">
        {said === "" ? `${shown.length} messages` : said}
      </p>
      {shown.length === 0 ? (
        <p className="log-empty">Every message to the server and to the cards appears here, the newest last.</p>
      ) : (
        <ol
          onScroll={({ currentTarget: { clientHeight, scrollHeight, scrollTop } }) => {
            follows.current = scrollHeight - scrollTop - clientHeight < 40
          }}
          ref={list}
        >
          {shown.map((entry) => (
            <LogRow entry={entry} key={entry.id} />
          ))}
        </ol>
      )}
    </section>
  )
}
