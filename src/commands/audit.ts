import { Console, Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { layerServices } from "../App.ts"
import { layerMachines } from "../machines.ts"
import { type AuditRow, AuditTrail } from "../services/AuditTrail.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"

const some = (name: string, description: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.optional)

const flags = {
  json: Flag.Boolean("json").pipe(Flag.withDescription("Print as JSON"), Flag.withDefault(false)),
  limit: Flag.Int("limit").pipe(
    Flag.withDescription("At most so many, 50 unless said otherwise"),
    Flag.withDefault(50)
  ),
  actor: some("actor", "account:…, agent:…, service:…, guest or system"),
  action: some("action", "The tool's or the endpoint's name"),
  subject: some("subject", "The id of what was changed"),
  correlationId: some("correlation-id", "The request-id of an answer"),
  from: some("from", "Not before this time, such as 2026-05-01T12:00:00Z"),
  to: some("to", "Before this time")
}

const most = 1_000

const line = ({ action, actor, at, channel, client, correlationId, outcome, subject, times }: AuditRow) =>
  [at.toISOString(), actor, client, channel, action, subject, outcome, times > 1 && `×${times}`, correlationId]
    .filter(Boolean)
    .join("  ")

const wrong = (said: string) =>
  Effect.sync(() => {
    console.error(said)
    process.exitCode = 2
  })

/** What is printed is of the database alone: what a running server has noted in the last second is not there yet. */
export const audit = Command.make("audit", flags, ({ from, json, limit, to, ...named }) => {
  const [since, until] = [from, to].map((each) => Option.getOrUndefined(Option.map(each, (text) => new Date(text))))
  if ([since, until].some((date) => date !== undefined && Number.isNaN(date.getTime()))) {
    return wrong("Say times such as 2026-05-01T12:00:00Z.")
  }
  if (limit < 1 || limit > most) return wrong(`Say a limit from 1 to ${most}.`)
  const filter = {
    actor: Option.getOrUndefined(named.actor),
    action: Option.getOrUndefined(named.action),
    subject: Option.getOrUndefined(named.subject),
    correlationId: Option.getOrUndefined(named.correlationId),
    from: since,
    to: until
  }
  return configured((config) =>
    Effect.gen(function* () {
      const rows = yield* (yield* AuditTrail).find(filter, limit)
      yield* Console.log(json ? JSON.stringify(rows) : rows.map(line).join("\n") || "The audit has no such entries.")
    }).pipe(
      Effect.provide(
        layerServices.pipe(Layer.provide(layerMachines(config)), Layer.provide(layerReadyDatabase(config)))
      )
    )
  )
}).pipe(Command.withDescription("Read the audit: who did what to which, newest first"))
