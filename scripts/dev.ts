// Serves, and starts again when a source changes; builds the widgets anew when theirs do.
import { type ChildProcess, spawn } from "node:child_process"
import { watch } from "node:fs"
import { fileURLToPath } from "node:url"
import { buildWidgets } from "./widgets.ts"

const root = fileURLToPath(new URL("..", import.meta.url))
let server: ChildProcess | undefined
let timer: NodeJS.Timeout | undefined

const stop = () =>
  new Promise<void>((resolve) => {
    if (server === undefined || server.exitCode !== null) return resolve()
    server.once("exit", () => resolve())
    server.kill("SIGTERM")
  })

const start = async () => {
  await stop()
  try {
    await buildWidgets()
  } catch (cause) {
    console.error(cause)
  }
  server = spawn(process.execPath, [`${root}src/main.ts`, "serve", "--dev"], { stdio: "inherit" })
}

const later = () => {
  clearTimeout(timer)
  timer = setTimeout(start, 150)
}

for (const folder of ["src", "schemas", "widgets"]) watch(`${root}${folder}`, { recursive: true }, later)
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    await stop()
    process.exit(0)
  })
}
await start()
