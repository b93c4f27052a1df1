import { type Figures, median, percentile } from "./figures.ts"
import { load, type Round } from "./load.ts"
import type { Pace } from "./measure.ts"
import { pgbenchTps, preparePgbench } from "./pgbench.ts"
import { payingBytes, readySessions, shelfOf } from "./readySessions.ts"

/** Enough for every round: nobody completes this many in a second on two cores. */
const perSecond = 1_500

/** Purchases per second over HTTP beside the transactions per second of pgbench, on the same server of Postgres. */
export const completions = async (
  workload: string,
  port: number,
  databaseUrl: string,
  { connections, milliseconds, rounds, warmUp }: Pace
): Promise<ReadonlyArray<Figures>> => {
  await preparePgbench(databaseUrl)
  const seconds = Math.max(2, Math.round(milliseconds / 1000))
  const share = Math.ceil((perSecond * Math.max(milliseconds, warmUp)) / 1000)
  const ids = await readySessions(port, databaseUrl, share * (rounds + 1))
  const round = async (turn: number, milliseconds: number): Promise<Round> => {
    const mine = ids.slice(turn * share, (turn + 1) * share)
    const done = await load({ port, requests: payingBytes(mine), connections, milliseconds })
    if (done.errors > 0) throw new Error(`${workload}: ${done.errors} bad answers, such as ${done.firstError}`)
    if (done.times.length > mine.length)
      throw new Error(`${workload}: more requests than checkouts; some were repeated`)
    return done
  }
  await round(rounds, warmUp)
  const ours: Array<Round> = []
  const theirs: Array<number> = []
  for (let turn = 0; turn < rounds; turn++) {
    ours.push(await round(turn, milliseconds))
    theirs.push(await pgbenchTps(databaseUrl, connections, seconds))
  }
  const of = (part: number) => median(ours.map(({ times }) => percentile(times, part)))
  const ratio = median(ours.map(({ perSecond }, turn) => perSecond / theirs[turn]!))
  const nothing = { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN, errors: 0 }
  return [
    {
      workload,
      contender: "CraftLocal",
      perSecond: median(ours.map(({ perSecond }) => perSecond)),
      ratio: null,
      goal: null,
      met: null,
      p50: of(0.5),
      p95: of(0.95),
      p99: of(0.99),
      errors: 0
    },
    {
      workload,
      contender: "pgbench, TPC-B-like",
      perSecond: median(theirs),
      ratio,
      goal: 0.25,
      met: ratio >= 0.25,
      ...nothing
    }
  ]
}

export interface Race {
  readonly buyers: number
  readonly pieces: number
  readonly sold: number
  readonly left: number
  readonly milliseconds: number
}

/** So many buyers at once for the last pieces. */
export const race = async (port: number, databaseUrl: string, buyers = 300, pieces = 10): Promise<Race> => {
  const ids = await readySessions(port, databaseUrl, buyers, { listings: 1, stock: pieces })
  const started = performance.now()
  await Promise.all(
    ids.map((id) =>
      fetch(`http://127.0.0.1:${port}/api/v1/checkouts/${id}/complete`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ payment_token: "spt_test_race" })
      }).then((answer) => answer.arrayBuffer())
    )
  )
  const milliseconds = Math.round(performance.now() - started)
  return { buyers, pieces, ...(await shelfOf(databaseUrl, ids)), milliseconds }
}
