import pg from "pg"
import { type Figures, median, percentile } from "./figures.ts"
import type { Pace } from "./measure.ts"

/** Between two guesses, in milliseconds: 1,000 in a minute. */
const between = 60

/** So many accounts with the password of the demo's buyer, so that none is signed in to twice. */
const accountsLike = async (databaseUrl: string, count: number) => {
  const db = new pg.Client(databaseUrl)
  await db.connect()
  try {
    const buyer = "FROM accounts a JOIN passwords p ON p.account_id = a.id WHERE a.email = 'buyer@craftlocal.test'"
    await db.query(
      `INSERT INTO accounts (id, email, name, roles, email_verified_at)
       SELECT 'acc_bench' || n, 'bench' || n || '@craftlocal.test', 'Bench', a.roles, now()
       FROM generate_series(1, $1) AS n, LATERAL (SELECT a.* ${buyer}) AS a ON CONFLICT DO NOTHING`,
      [count]
    )
    await db.query(
      `INSERT INTO passwords (account_id, hash, changed_at)
       SELECT 'acc_bench' || n, p.hash, now() FROM generate_series(1, $1) AS n, LATERAL (SELECT p.* ${buyer}) AS p
       ON CONFLICT DO NOTHING`,
      [count]
    )
  } finally {
    await db.end()
  }
}

/** Sends the form of our sign-in page, each time from another address. */
const formAt = async (port: number) => {
  const page = await fetch(`http://localhost:${port}/sign-in`)
  const cookie = page.headers.getSetCookie()[0]!.split(";", 1)[0]!
  const csrf = /name="csrf" value="([^"]*)"/.exec(await page.text())![1]!
  let sent = 0
  return async (email: string, password: string): Promise<number> => {
    const from = `11.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent++ & 255}`
    const answer = await fetch(`http://localhost:${port}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": from, cookie },
      body: new URLSearchParams({ csrf, email, password }).toString()
    })
    await answer.arrayBuffer()
    return answer.status
  }
}

interface Part {
  readonly perSecond: number
  readonly times: Float64Array
}

/**
 * People signing in one after the other, while somebody guesses, and while nobody does, in turn. The ratio is that of how
 * long half of them wait at most.
 */
export const signIns = async (
  port: number,
  databaseUrl: string,
  { milliseconds, rounds }: Pace
): Promise<ReadonlyArray<Figures>> => {
  const span = 2 * milliseconds
  await accountsLike(databaseUrl, 100_000)
  const send = await formAt(port)
  let next = 1
  const part = async (span: number): Promise<Part> => {
    const times: Array<number> = []
    const started = performance.now()
    for (let now = started; now - started < span; ) {
      const status = await send(`bench${next++}@craftlocal.test`, "demo-buyer")
      if (status !== 303) throw new Error(`a sign-in was answered ${status}`)
      const ended = performance.now()
      times.push(ended - now)
      now = ended
    }
    return { perSecond: (times.length * 1000) / (performance.now() - started), times: Float64Array.from(times).sort() }
  }
  /** Guesses go on whatever becomes of the ones before. */
  const beside = async (victim: () => string): Promise<Part> => {
    const under = new Set<Promise<unknown>>()
    const guessing = setInterval(() => {
      const guess = send(victim(), "not the password").finally(() => under.delete(guess))
      under.add(guess)
    }, between)
    const measured = await part(span)
    clearInterval(guessing)
    await Promise.all(under)
    return measured
  }
  const race = async (workload: string, victim: () => string, goal: number | null) => {
    const [guessed, alone]: [Array<Part>, Array<Part>] = [[], []]
    for (let round = 0; round < rounds; round++) {
      alone.push(await part(span))
      guessed.push(await beside(victim))
    }
    const half = ({ times }: Part) => percentile(times, 0.5)
    const ratio = median(guessed.map((part, round) => half(alone[round]!) / half(part)))
    const figures = (contender: string, parts: ReadonlyArray<Part>) => {
      const of = (share: number) => median(parts.map(({ times }) => percentile(times, share)))
      const perSecond = median(parts.map(({ perSecond }) => perSecond))
      return { workload, contender, perSecond, p50: of(0.5), p95: of(0.95), p99: of(0.99), errors: 0 }
    }
    return [
      { ...figures("CraftLocal", guessed), ratio: null, goal: null, met: null },
      { ...figures("CraftLocal, nobody guesses", alone), ratio, goal, met: goal === null ? null : ratio >= goal }
    ] satisfies ReadonlyArray<Figures>
  }
  await part(1000)
  let other = 50_000
  return [
    ...(await race("sign-in beside 1,000 guesses a minute at one account", () => "seller@craftlocal.test", 0.9)),
    ...(await race(
      "sign-in beside 1,000 guesses a minute, each at another account",
      () => `bench${other++}@craftlocal.test`,
      null
    ))
  ]
}
