import type { Scope } from "../../../schemas/access.ts"
import { Scope as Scopes } from "../../../schemas/access.ts"
import { clientName } from "../../domain/clientName.ts"
import type { Interaction } from "../../ports/OAuth.ts"

/** What is known of the one who asks, beyond what they say of themselves. */
export interface Asker {
  /** As it calls itself. */
  readonly name: string
  /** The host of its metadata document, when it is known by one: that host vouches for it. */
  readonly host: string | undefined
  /** Where the answer goes. */
  readonly to: string
  /** The answer goes to a program on the person's own computer, which nobody vouches for. */
  readonly isLocal: boolean
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"])

export const askerOf = ({ client, redirectUri }: Interaction): Asker => {
  const document = URL.parse(client.id)
  const to = URL.parse(redirectUri)
  const isWeb = to?.protocol === "https:" || to?.protocol === "http:"
  return {
    name: clientName(client.name ?? "") || (document?.hostname ?? "An app without a name"),
    host: document?.protocol === "https:" ? document.hostname : undefined,
    to: to === null ? "" : isWeb ? to.hostname : `${to.protocol}//`,
    isLocal: to !== null && (!isWeb || loopback.has(to.hostname))
  }
}

const known = new Set<string>(Scopes.literals)

/** What it asks for, as far as we know it. */
export const scopesOf = ({ scopes }: Interaction): ReadonlyArray<Scope> =>
  [...new Set(scopes)].filter((scope): scope is Scope => known.has(scope))
