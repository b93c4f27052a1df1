import { Effect } from "effect"
import pg from "pg"

/**
 * `lost`: the connection is gone before the statement reaches the server. `unheard`: the server has done it, and the
 * connection is gone before we hear of it. `broken`: the server refuses it, as it would a bug of ours.
 */
export type Failure = "lost" | "unheard" | "broken"

interface Fuse {
  left: number
  readonly failure: Failure
  blown: boolean
}

let fuse: Fuse | undefined

const query = pg.Client.prototype.query as (...args: ReadonlyArray<unknown>) => Promise<unknown>

const gone = () => Object.assign(new Error("Connection terminated unexpectedly"), { code: "08006" })

/** Every statement of the driver passes here, transactions' own included, on both databases. */
const watched = function (this: pg.Client, ...args: ReadonlyArray<unknown>) {
  if (fuse === undefined || fuse.blown) return query.apply(this, args as never)
  if (fuse.left > 0) {
    fuse.left -= 1
    return query.apply(this, args as never)
  }
  fuse.blown = true
  switch (fuse.failure) {
    case "lost":
      return Promise.reject(gone())
    case "unheard":
      return query.apply(this, args as never).then(() => Promise.reject(gone()))
    case "broken":
      return query.call(this, "SELECT 1 / 0")
  }
}

/** Runs it with its n-th statement (from 0) failing; says whether it came so far. */
export const failing = <A, E, R>(n: number, failure: Failure, effect: Effect.Effect<A, E, R>) =>
  Effect.suspend(() => {
    const mine: Fuse = { left: n, failure, blown: false }
    pg.Client.prototype.query = watched as never
    fuse = mine
    return Effect.map(Effect.exit(effect), (exit) => ({ exit, blown: mine.blown }))
  }).pipe(
    Effect.ensuring(
      Effect.sync(() => {
        fuse = undefined
        pg.Client.prototype.query = query as never
      })
    )
  )
