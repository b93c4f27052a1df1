import { Layer } from "effect"
import { layerMigrations } from "../App.ts"
import type { Config } from "../config.ts"
import { layerDatabase } from "../machines.ts"

/** The database of the settings, brought up to date. */
export const layerReadyDatabase = (config: Config) => layerMigrations.pipe(Layer.provideMerge(layerDatabase(config)))
