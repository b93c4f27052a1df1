// The long versions of the suites that look for what is rare: histories from seeds, and a server that is killed again and again.
import { parseArgs } from "node:util"
import { weather } from "../test/process/storm/storm.ts"
import { tell } from "../test/simulation/tell.ts"
import { tellAll } from "../test/simulation/tellAll.ts"
import { openStage } from "../test/simulation/world.ts"

const help = `Usage: npm run soak -- [options]

  --histories N   tell N histories of the simulation (10000)
  --from N        from this seed on (1001)
  --kills N       kill the real server N times in a storm of purchases (100); needs Postgres on 127.0.0.1:5432
  --minutes N     instead of counts: go on with new seeds, of both, for so long
  --seed N        tell the history of one seed, step by step, and stop
  --help`

const { values } = parseArgs({
  options: {
    histories: { type: "string" },
    from: { type: "string", default: "1001" },
    kills: { type: "string" },
    minutes: { type: "string" },
    seed: { type: "string" },
    help: { type: "boolean", default: false }
  }
})

const number = (name: "histories" | "from" | "kills" | "minutes" | "seed", standard: number) => {
  const given = values[name]
  const value = given === undefined ? standard : Number(given)
  if (Number.isInteger(value) && value >= 0) return value
  console.error(`--${name} is ${JSON.stringify(given)}; accepted is a whole number.`)
  process.exit(2)
}

const table = (counts: ReadonlyMap<string, number>) => {
  for (const [what, times] of [...counts].sort()) console.log(`  ${String(times).padStart(7)}  ${what}`)
}

const histories = async (from: number, count: number) => {
  console.log(`${count} histories from seed ${from} on ...`)
  const counts = await tellAll(from, count, (told) => {
    if (told % 500 === 0) console.log(`  ${told} told`)
  })
  console.log(`${count} histories, no law broken.`)
  return counts
}

const storm = async (kills: number, seed: number) => {
  console.log(`A storm of purchases with ${kills} kills, seed ${seed} ...`)
  const { complaints, completed, counts } = await weather({
    kills,
    seed,
    buyers: 8,
    heard: (kill) => {
      if (kill % 10 === 0) console.log(`  ${kill} kills`)
    }
  })
  table(counts)
  if (complaints.length > 0) throw new Error(`After ${kills} kills something does not fit:\n${complaints.join("\n")}`)
  console.log(`${kills} kills, ${completed} purchases, everything fits.`)
}

const once = async (seed: number) => {
  const open = await openStage()
  const { trace, violations } = await tell(open, seed)
  await open.dispose()
  console.log(trace.join("\n"))
  console.log(violations.length === 0 ? "No law is broken." : violations.join("\n"))
  if (violations.length > 0) process.exitCode = 1
}

const forMinutes = async (minutes: number) => {
  const until = Date.now() + minutes * 60_000
  for (let from = number("from", 1001); Date.now() < until; from += 500) {
    await histories(from, 500)
    await storm(10, from)
  }
}

if (values.help) console.log(help)
else if (values.seed !== undefined) await once(number("seed", 1))
else if (values.minutes !== undefined) await forMinutes(number("minutes", 1))
else {
  const [told, killed] = [number("histories", 10_000), number("kills", 100)]
  if (told > 0) table(await histories(number("from", 1001), told))
  if (killed > 0) await storm(killed, 1)
}
