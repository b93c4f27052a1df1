import { useState } from "react"

interface Props {
  readonly accounts: ReadonlyArray<string>
  readonly choose: (email: string) => Promise<void>
  /** What is wanted of them: makers come first for what makers do. */
  readonly tool?: string
}

const forMakers = /seller|listing(?!s$)|my_listings|order_status|dashboard/

const shortName = (email: string) => email.split("@")[0] ?? email

/** The demo's accounts, one press each. */
export const SignInAs = ({ accounts, choose, tool = "" }: Props) => {
  const [failure, setFailure] = useState("")
  const maker = forMakers.test(tool)
  const sorted = [...accounts].sort(
    (a, b) => Number(b.startsWith("seller")) * Number(maker) - Number(a.startsWith("seller")) * Number(maker)
  )
  return (
    <div className="sign-in-as">
      <ul aria-label="Sign in as">
        {sorted.map((email, index) => (
          <li key={email}>
            <button
              className={index === 0 ? "button primary" : "button"}
              onClick={() => choose(email).catch((error: Error) => setFailure(error.message))}
              type="button"
            >
              Sign in as {shortName(email)}
            </button>
          </li>
        ))}
      </ul>
      {failure === "" ? null : (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
