import { Context, Effect, Layer } from "effect"
import type { WidgetName } from "../../schemas/widgets.ts"

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
        return html === undefined ? undefined : { uri: `ui://craftlocal/${name}.000000000000.html`, html }
      },
      read: (uri) =>
        Effect.sync(() => {
          const name = /^ui:\/\/craftlocal\/(\w+)\.[0-9a-f]{12}\.html$/.exec(uri)?.[1] as WidgetName | undefined
          const html = name && built[name]
          return html ? { uri, html } : undefined
        })
    })
}
