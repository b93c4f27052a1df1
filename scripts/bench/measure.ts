import { type Figures, median, percentile } from "./figures.ts"
import { load, type Round } from "./load.ts"
import { bytesOf } from "./requests.ts"
import { type Entrant, names, type Who, type Workload } from "./workloads.ts"

export interface Pace {
  readonly connections: number
  readonly rounds: number
  readonly milliseconds: number
  readonly warmUp: number
}

export class BadAnswers extends Error {}

/** Everybody in turn, round after round, so that whatever else the machine does meets everybody alike. */
export const measure = async (
  { name, others, requests }: Workload,
  ports: Readonly<Record<Who, number>>,
  { connections, milliseconds, rounds, warmUp }: Pace
): Promise<ReadonlyArray<Figures>> => {
  const entrants: ReadonlyArray<Entrant> = [{ who: "craftlocal" }, ...others]
  const loads = entrants.map((entrant) => {
    const bytes = (entrant.requests ?? requests).map(bytesOf)
    return async (milliseconds: number) => {
      const round = await load({ port: ports[entrant.who], requests: bytes, connections, milliseconds })
      if (round.errors > 0) {
        const who = entrant.label ?? names[entrant.who]
        throw new BadAnswers(`${name}: ${round.errors} bad answers of ${who}, such as ${round.firstError}`)
      }
      return round
    }
  })
  for (const one of loads) await one(warmUp)
  const measured = loads.map((): Array<Round> => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < loads.length; turn++) {
      const at = (turn + round) % loads.length
      measured[at]!.push(await loads[at]!(milliseconds))
    }
  }
  const ours = measured[0]!
  return entrants.map(({ goal = null, label, who }, at): Figures => {
    const all = measured[at]!
    const ratio = at === 0 ? null : median(all.map(({ perSecond }, round) => ours[round]!.perSecond / perSecond))
    const of = (share: number) => median(all.map(({ times }) => percentile(times, share)))
    return {
      workload: name,
      contender: label ?? names[who],
      perSecond: median(all.map(({ perSecond }) => perSecond)),
      ratio,
      goal,
      met: goal === null || ratio === null ? null : ratio >= goal,
      p50: of(0.5),
      p95: of(0.95),
      p99: of(0.99),
      errors: all.reduce((sum, { errors }) => sum + errors, 0)
    }
  })
}
