import { Context, Effect, Layer } from "effect"
import { readWidgetUri, type WidgetName, widgetUri } from "../../schemas/widgets.ts"

export interface BuiltWidget {
  readonly uri: string
  readonly html: string
}

/** The widgets as they were built. Without a build there are none, and every tool works without its widget. */
export class Widgets extends Context.Service<
  Widgets,
  {
    readonly current: (name: WidgetName) => BuiltWidget | undefined
    /** The widget of an address, also of an older build: hosts keep addresses longer than we keep files. */
    readonly read: (uri: string) => Effect.Effect<BuiltWidget | undefined>
  }
>()("craftlocal/ports/Widgets") {
  static readonly layerMemory = (built: Partial<Record<WidgetName, string>> = {}) =>
    Layer.succeed(Widgets, {
      current: (name) => {
        const html = built[name]
        return html === undefined ? undefined : { uri: widgetUri(name, "000000000000"), html }
      },
      read: (uri) =>
        Effect.sync(() => {
          const found = readWidgetUri(uri)
          const html = found && built[found.name]
          return html ? { uri, html } : undefined
        })
    })
}
