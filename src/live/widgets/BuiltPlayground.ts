import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { Effect, Layer, Schema } from "effect"
import { type BuiltFile, Playground } from "../../ports/Playground.ts"

const File = Schema.Struct({ file: Schema.String, hash: Schema.String })
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ script: File, style: File })))

const read = (folder: string) => {
  const fileOf = ({ file, hash }: typeof File.Type): BuiltFile => {
    const bytes = readFileSync(join(folder, file))
    return { hash, bytes, gzip: gzipSync(bytes) }
  }
  try {
    const { script, style } = decode(readFileSync(join(folder, "manifest.json"), "utf8"))
    return { script: fileOf(script), style: fileOf(style) }
  } catch {
    return undefined
  }
}

/** The playground of a build folder, read and compressed once. */
export const layerBuiltPlayground = (folder: string) =>
  Layer.effect(
    Playground,
    Effect.sync(() => read(folder))
  )
