import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../doubles/stripe/main.ts", import.meta.url))

/** Stripe's double in a process of its own: it remembers what it charged when the server is killed. */
export const startDouble = async () => {
  const child = spawn(process.execPath, [main], { stdio: ["ignore", "pipe", "inherit"] })
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the double ended")))
    child.stdout.on("data", (chunk) => {
      const found = /http:\/\/[\d.:]+/.exec(String(chunk))
      if (found !== null) resolve(found[0])
    })
  })
  const books = async () => (await (await fetch(`${url}/_books`)).json()) as any
  return { child, url, books }
}
