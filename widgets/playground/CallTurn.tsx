import type { ReactNode } from "react"
import { asksForSignIn } from "./failure.ts"
import { Json } from "./Json.tsx"
import { SignInAs } from "./SignInAs.tsx"
import type { Called } from "./Turn.ts"

interface Props {
  readonly turn: Called
  readonly accounts: ReadonlyArray<string>
  readonly signInAndRetry: (email: string) => Promise<void>
  readonly retry: () => void
  readonly card: ReactNode
}

const words = { running: "is running", done: "answered", refused: "was refused" }

/** A tool call: its name and arguments, what it answered in words, as data, and as a card. */
export const CallTurn = ({ accounts, card, retry, signInAndRetry, turn }: Props) => {
  const { failure, milliseconds, name, result, state, text, widget } = turn
  const count = Object.keys(turn.arguments).length
  return (
    <article aria-label={`${turn.title}, ${words[state]}`} className="call">
      <details className="receipt">
        <summary>
          <span className={`dot ${state}`} />
          <code>{name}</code>
          <span className="receipt-note">
            {count === 0 ? "no arguments" : count === 1 ? "1 argument" : `${count} arguments`}
            {state === "running" ? " · running" : milliseconds === undefined ? "" : ` · ${milliseconds} ms`}
          </span>
        </summary>
        <Json label={`Arguments of ${name}`} value={turn.arguments} />
      </details>
      {failure === undefined ? null : (
        <div className="refusal" role="alert">
          <p>{failure.message}</p>
          {asksForSignIn(failure) && accounts.length > 0 ? (
            <SignInAs accounts={accounts} choose={signInAndRetry} tool={name} />
          ) : failure.code === "NO_TOOL" ? null : (
            <button className="button" onClick={retry} type="button">
              Try again
            </button>
          )}
        </div>
      )}
      {card}
      {text !== undefined && text !== "" && widget === undefined ? <p className="answer">{text}</p> : null}
      <div className="asides">
        {text !== undefined && text !== "" && widget !== undefined ? (
          <details className="receipt aside">
            <summary>Answer in words</summary>
            <p className="answer">{text}</p>
          </details>
        ) : null}
        {result === undefined ? null : (
          <details className="receipt aside">
            <summary>{state === "done" ? "Structured answer" : "Whole answer"}</summary>
            <Json label={`Answer of ${name}`} value={result.structuredContent ?? result} />
          </details>
        )}
      </div>
    </article>
  )
}
