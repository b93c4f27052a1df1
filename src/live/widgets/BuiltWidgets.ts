import { readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Effect, Layer, Schema } from "effect"
import { readWidgetUri, type WidgetName } from "../../../schemas/widgets.ts"
import { Widgets } from "../../ports/Widgets.ts"

const Manifest = Schema.fromJsonString(
  Schema.Struct({ widgets: Schema.Record(Schema.String, Schema.Struct({ file: Schema.String, uri: Schema.String })) })
)

const decode = Schema.decodeUnknownSync(Manifest)

const read = (folder: string) => {
  try {
    const { widgets } = decode(readFileSync(join(folder, "manifest.json"), "utf8"))
    return new Map(
      Object.entries(widgets).map(([name, { file, uri }]) => [
        name,
        { uri, html: readFileSync(join(folder, file), "utf8") }
      ])
    )
  } catch {
    return undefined
  }
}

/** The widgets of a build folder, read once; older files in it stay reachable by the hash in their address. */
export const layerBuiltWidgets = (folder: string) =>
  Layer.effect(
    Widgets,
    Effect.gen(function* () {
      const built = read(folder)
      if (built === undefined) yield* Effect.logWarning("there are no built widgets; tools answer without them")
      const current = (name: WidgetName) => built?.get(name)
      return {
        current,
        read: Effect.fnUntraced(function* (uri) {
          const found = readWidgetUri(uri)
          const now = found && built?.get(found.name)
          if (!now) return undefined
          if (now.uri === uri) return now
          const { hash, name } = found
          const older = yield* Effect.option(
            Effect.tryPromise(() => readFile(join(folder, `${name}.${hash}.html`), "utf8"))
          )
          return { uri, html: older._tag === "Some" ? older.value : now.html }
        })
      }
    })
  )
