import { Effect } from "effect"
import { OAuth } from "../ports/OAuth.ts"
import { tools } from "./tools/index.ts"

/** The tools that are of use here: signing in by a link leads to our own sign-in, and with an issuer elsewhere there is none. */
export const offered = Effect.map(OAuth, ({ embedded }) =>
  embedded ? tools : tools.filter(({ toolset }) => toolset !== "session")
)
