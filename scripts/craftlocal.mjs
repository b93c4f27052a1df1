#!/usr/bin/env node
// Finds Node 24, the one the packages bring or the one that runs this, and hands everything to src/main.ts.
import { spawn, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

if (!existsSync(at("node_modules/.bootstrap"))) {
  const { status } = spawnSync(process.execPath, [at("scripts/bootstrap.mjs")], { stdio: ["ignore", 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}

const linked = at("node_modules/.bin/node")
const node = existsSync(linked) ? linked : process.execPath
if (!existsSync(at(".build/widgets/manifest.json")) && existsSync(at("node_modules/vite"))) {
  spawnSync(node, [at("scripts/widgets.ts")], { stdio: ["ignore", 2, 2] })
}
const child = spawn(node, [at("src/main.ts"), ...process.argv.slice(2)], {
  stdio: "inherit"
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)))
