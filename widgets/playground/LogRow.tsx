import { useState } from "react"
import { Json } from "./Json.tsx"
import type { Entry } from "./log.ts"

const time = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3
})

/** One message: whom it went to or came from, what it is about, and, opened, all of it. */
export const LogRow = ({ entry: { at, message, name, sent, side, title } }: { entry: Entry }) => {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span aria-hidden="true" className={`way ${sent ? "sent" : "come"}`}>
            {sent ? "→" : "←"}
          </span>
          <span className="heard-only">{sent ? "to" : "from"} </span>
          <span className="party">{side === "server" ? "server" : name}</span>
          <span className="what">{title}</span>
          <time>{time.format(at)}</time>
        </summary>
        {open ? <Json label={title} value={message} /> : null}
      </details>
    </li>
  )
}
