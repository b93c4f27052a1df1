import { Command } from "effect/cli"
import { configured } from "./configured.ts"
import { run } from "./serve.ts"

export const worker = Command.make("worker", {}, () =>
  configured((config) => run({ ...config, roles: new Set(["worker"] as const) }))
).pipe(Command.withDescription("Run the jobs without doors: deliver messages, reconcile payments, sweep"))
