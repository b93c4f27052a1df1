import { readFile } from "node:fs/promises"
import { PGlite, type PGliteOptions } from "@electric-sql/pglite"

/** Imported before a program: a database in memory begins as a copy of the file that this address names in its query. */
const file = new URL(import.meta.url).searchParams.get("file")!
const create = PGlite.create.bind(PGlite)
Object.assign(PGlite, {
  create: async (options: PGliteOptions) => create({ ...options, loadDataDir: new Blob([await readFile(file)]) })
})
