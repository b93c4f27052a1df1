import { createHash } from "node:crypto"
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from "node:fs"
import { fileURLToPath } from "node:url"
import { PGlite, type PGliteOptions } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { plantMarket } from "../../src/demo/plant.ts"
import { layerPglite } from "../../src/live/sql/Embedded.ts"
import { migrate } from "../../src/store/migrations/index.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const folder = `${root}.build/databases`

/** Everything that could make a database come out otherwise. */
const sources = ["schemas/**/*.ts", "src/{demo,domain,ports,store}/**/*.ts", "src/live/sql/*.ts", "test/kept/*.ts"]

let hash: string | undefined
/** Of the sources, and of the database itself. */
const hashOf = () => {
  if (hash !== undefined) return hash
  const made = createHash("sha256")
  for (const path of [...globSync(sources, { cwd: root }).sort(), "node_modules/@electric-sql/pglite/package.json"]) {
    made.update(`${path}\n`).update(readFileSync(root + path))
  }
  hash = made.digest("hex").slice(0, 16)
  return hash
}

export const open = (options: PGliteOptions) => PGlite.create({ ...options, extensions: { pg_trgm } })

const dumped = async (begin: PGliteOptions, work: Effect.Effect<unknown, unknown, SqlClient.SqlClient>) => {
  const db = await open(begin)
  await Effect.runPromise(Effect.provide(work, layerPglite(db, "memory")))
  // Nobody makes databases in one in memory: what they would be made of is two thirds of the files.
  await db.exec("UPDATE pg_database SET datistemplate = false")
  for (const template of ["template0", "template1"]) await db.exec(`DROP DATABASE IF EXISTS ${template}`)
  // Whoever opens a copy finds everything in its place, and nothing to do over again from the log.
  await db.exec("CHECKPOINT")
  const tar = await db.dumpDataDir("none")
  await db.close()
  return Buffer.from(await tar.arrayBuffer())
}

const hour = 3_600_000

/** Sources change often: what nobody has used for an hour is not worth its room. */
const forgetUnused = () => {
  for (const name of globSync("*", { cwd: folder })) {
    const path = `${folder}/${name}`
    if (statSync(path).mtimeMs < Date.now() - hour) rmSync(path, { force: true })
  }
}

/** The file of a database that is made once, and again when what it is made of has changed. */
const kept = async (name: string, make: () => Promise<Buffer>) => {
  const file = `${folder}/${hashOf()}-${name}.tar`
  if (existsSync(file)) {
    utimesSync(file, new Date(), new Date())
    return file
  }
  mkdirSync(folder, { recursive: true })
  forgetUnused()
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, await make())
  renameSync(mine, file)
  return file
}

/** With our tables, and nothing in them. */
export const migrated = () => kept("migrated", () => dumped({ initDbStartParams: ["--wal-segsize=1"] }, migrate))

/** With the demo shop, as it is when it is planted at this moment. */
export const planted = (now: Date) =>
  kept(`planted-${now.toISOString().replaceAll(":", "")}`, async () =>
    dumped({ loadDataDir: new Blob([readFileSync(await migrated())]) }, plantMarket({ seed: 1, now }))
  )
