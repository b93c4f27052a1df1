import { createHash } from "node:crypto"
import { Effect } from "effect"
import type { AffiliateAttribution } from "../../../schemas/acp/AffiliateAttribution.ts"
import type { Note } from "../Notes.ts"
import { isPersonal } from "./isPersonal.ts"
import { type Problem, wrong } from "./Problem.ts"

const longest = 500
const mostMetadata = 50

const isText = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= longest

const isFlat = (value: unknown) => isText(value) || typeof value === "number" || typeof value === "boolean"

const entriesOf = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : []

const texts = (of: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => isText(value)))

const isTime = (value: unknown) => isText(value) && !Number.isNaN(Date.parse(value))

/** What is kept of it. The token is a secret of the agent's, so only its hash is kept, to compare with reports. */
const kept = ({ expires_at, issued_at, metadata, source, token, ...said }: AffiliateAttribution) => {
  const where = Object.fromEntries(entriesOf(source))
  const more = entriesOf(metadata).filter(([key, value]) => key.length <= longest && isFlat(value))
  return {
    ...texts({ ...said }),
    ...(token && { token_sha256: createHash("sha256").update(token).digest("hex") }),
    ...(isText(where.type) && { source: texts({ type: where.type, url: where.url }) }),
    ...(isTime(issued_at) && { issued_at }),
    ...(isTime(expires_at) && { expires_at }),
    ...(more.length > 0 && { metadata: Object.fromEntries(more.slice(0, mostMetadata)) })
  }
}

/** The path of the first text that names a person. */
const personalIn = (value: unknown, path: string): string | undefined => {
  if (typeof value === "string") return isPersonal(value) ? path : undefined
  for (const [key, inner] of entriesOf(value)) {
    const found = personalIn(inner, `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Who sent the buyer, when the request says so. The first to say it counts as first, whoever pays as last. */
export const attributionSaid = (
  attribution: AffiliateAttribution | null | undefined,
  kind: "first_touch" | "last_touch"
): Effect.Effect<ReadonlyArray<Note>, Problem> => {
  if (!attribution) return Effect.succeed([])
  const param = personalIn(attribution, "$.affiliate_attribution")
  return param === undefined
    ? Effect.succeed([{ kind, data: kept(attribution) }])
    : Effect.fail(wrong(400, "pii_not_allowed", "Leave personal data out of the attribution.", param))
}
