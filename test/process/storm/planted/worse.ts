import { type Context, Effect, Layer } from "effect"

/** Makes one service of the server that starts after this worse than it is. */
export const worse = <I, S extends object>(
  service: Context.Service<I, S> & { layer: Layer.Layer<I, any, any> },
  change: (service: S) => Partial<S>
): void => {
  const { layer } = service
  service.layer = Layer.effect(
    service,
    Effect.map(service, (made) => ({ ...made, ...change(made) }))
  ).pipe(Layer.provide(layer)) as typeof layer
}
