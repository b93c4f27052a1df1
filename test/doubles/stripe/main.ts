// Stripe's double as a process of its own: its books live on when a server that uses it is killed.
import { parseArgs } from "node:util"
import { openDouble } from "./double.ts"

const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } })
const { url } = await openDouble(Number(values.port))
console.log(`the double of Stripe listens on ${url}`)
