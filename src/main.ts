import { NodeRuntime, NodeServices } from "@effect/platform-node"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { agentKey } from "./commands/agentKey.ts"
import { audit } from "./commands/audit.ts"
import { doctor } from "./commands/doctor.ts"
import { migrate } from "./commands/migrate.ts"
import { outbox } from "./commands/outbox.ts"
import { seed } from "./commands/seed.ts"
import { serve } from "./commands/serve.ts"
import { serviceAccount } from "./commands/serviceAccount.ts"
import { stdio } from "./commands/stdio.ts"
import { worker } from "./commands/worker.ts"

Command.make("craftlocal").pipe(
  Command.withDescription("The open marketplace server that AI assistants can buy from and sell through"),
  Command.withSubcommands([serve, worker, stdio, migrate, seed, agentKey, serviceAccount, outbox, audit, doctor]),
  Command.run({ version: "0.1.0" }),
  Effect.provide(NodeServices.layer),
  NodeRuntime.runMain
)
