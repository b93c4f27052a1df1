import { useRef, useState } from "react"
import { Glyph } from "./Glyph.tsx"
import type { Mcp } from "./mcp.ts"
import { SignInAs } from "./SignInAs.tsx"
import { useStore } from "./store.ts"
import type { World } from "./World.ts"

/** Who is asking, and the way to be somebody else. */
export const AccountMenu = ({ mcp, world }: { mcp: Mcp; world: World }) => {
  const account = useStore(mcp.account)
  const menu = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const close = () => {
    if (menu.current !== null) menu.current.open = false
    menu.current?.querySelector("summary")?.focus()
  }
  if (world.accounts.length === 0) return null
  return (
    <details
      className="account"
      onKeyDown={(event) => event.key === "Escape" && close()}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      ref={menu}
    >
      <summary aria-label={account === undefined ? "Guest: sign in" : `Signed in as ${account}`}>
        <Glyph name="person" size={17} />
        <span>{account === undefined ? "Guest" : account.split("@")[0]}</span>
      </summary>
      {open ? (
        <div className="menu">
          {account === undefined ? <p>You are a guest. The demo has accounts:</p> : <p>You are {account}.</p>}
          <SignInAs
            accounts={world.accounts.filter((email) => email !== account)}
            choose={async (email) => {
              await mcp.signIn(email)
              close()
            }}
          />
          {account === undefined ? null : (
            <button
              className="button"
              onClick={() => {
                mcp.signOut()
                close()
              }}
              type="button"
            >
              Sign out
            </button>
          )}
        </div>
      ) : null}
    </details>
  )
}
