import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Invalid } from "../../../../schemas/errors.ts"
import { type AuditRow, AuditTrail } from "../../../services/AuditTrail.ts"
import { Api } from "../../Api.ts"

/** The place of a row in the order of all, as a text that says nothing else. */
const cursorOf = ({ at, id }: Pick<AuditRow, "at" | "id">) =>
  Buffer.from(`${at.toISOString()} ${id}`).toString("base64url")

const readCursor = (cursor: string) => {
  const [, time, id] = /^(\S+Z) (\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? []
  const at = new Date(time ?? "")
  return id === undefined || Number.isNaN(at.getTime())
    ? Effect.fail(Invalid.of("cursor", "Expected the next_cursor of an answer"))
    : Effect.succeed({ at, id })
}

export const layerAudit = HttpApiBuilder.group(
  Api,
  "audit",
  Effect.fnUntraced(function* (handlers) {
    const { asAdmin } = yield* AuditTrail
    return handlers.handle(
      "list",
      Effect.fnUntraced(function* ({ query: { cursor, limit, ...filter } }) {
        const before = cursor === undefined ? undefined : yield* readCursor(cursor)
        const rows = yield* asAdmin({ ...filter, before }, limit + 1)
        const entries = rows.slice(0, limit)
        return { entries, ...(rows.length > limit && { nextCursor: cursorOf(entries.at(-1)!) }) }
      })
    )
  })
)
