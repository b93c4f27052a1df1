import { Scope } from "../../schemas/access.ts"
import { demoFace } from "../../src/demo/face.ts"
import { type Ask, as, bearer } from "../badinput/ask.ts"
import type { Market } from "../badinput/market.ts"
import { publicUrl } from "../world.ts"

/** Who may come to a door. Everybody's token allows everything, so that only who they are decides. */
export type Person = "nobody" | "buyer" | "another buyer" | "maker" | "another maker" | "admin" | "service" | "agent"

const emails = {
  buyer: "buyer@craftlocal.test",
  "another buyer": "guest-buyer@craftlocal.test",
  maker: "seller@craftlocal.test",
  "another maker": "seller2@craftlocal.test",
  admin: "admin@craftlocal.test"
} as const

export const everyScope = Scope.literals.filter((scope) => scope !== "offline_access")

/** What machines may be let do; who they are is for people to say. */
const ownScopes = everyScope.filter((scope) => !["openid", "email"].includes(scope)).join(" ")

const serviceToken = async ({ world }: Market): Promise<string> => {
  const { id, secret } = demoFace.service
  await world.sql((sql) => sql`UPDATE service_accounts SET scopes = ${[...everyScope]} WHERE id = ${id}`)
  const answer = await world.fetch("/oauth/token", {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`
    },
    body: new URLSearchParams({ grant_type: "client_credentials", scope: ownScopes, resource: `${publicUrl}/mcp` })
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

export type Tokens = Readonly<Record<Exclude<Person, "nobody">, string>>

export const tokensOf = async (market: Market): Promise<Tokens> => {
  const signedIn: Record<string, string> = {}
  for (const [who, email] of Object.entries(emails)) signedIn[who] = await market.world.token(email, ...everyScope)
  return { ...signedIn, service: await serviceToken(market), agent: "acp_second_key" } as Tokens
}

/** The same request by somebody. */
export const by = (who: Person, tokens: Tokens, ask: Ask): Ask =>
  who === "nobody" ? bearer(undefined)(ask) : as(tokens[who], ask)

export const everybody: ReadonlyArray<Person> = [
  "nobody",
  ...(Object.keys(emails) as Array<Person>),
  "service",
  "agent"
]
