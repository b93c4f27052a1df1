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
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const folder = `${root}.build/databases`
const hour = 3_600_000

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

/** Sources change often: what nobody has used for an hour is not worth its room. */
const forgetUnused = () => {
  for (const name of globSync("*", { cwd: folder })) {
    const used = statSync(`${folder}/${name}`, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (used < Date.now() - hour) rmSync(`${folder}/${name}`, { recursive: true, force: true })
  }
}

/** Whether it is ours to make this. */
const isOurs = (making: string) => {
  try {
    mkdirSync(making)
    return true
  } catch {
    return false
  }
}

/**
 * The file of what is made once, and again when its sources have changed. Others wait for whoever makes it, though not for
 * ever: that one may be gone.
 */
export const keep = async (name: string, make: () => Promise<Buffer>) => {
  const file = `${folder}/${hashOf()}-${name}.tar`
  const making = `${file}.making`
  mkdirSync(folder, { recursive: true })
  for (let waited = 0; !existsSync(file); waited++) {
    if (waited < 300 && !isOurs(making)) {
      await setTimeout(100)
      continue
    }
    try {
      forgetUnused()
      const mine = `${file}.${process.pid}`
      writeFileSync(mine, await make())
      renameSync(mine, file)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  utimesSync(file, new Date(), new Date())
  return file
}
