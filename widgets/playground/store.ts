import { useSyncExternalStore } from "react"

/** One value that changes, and those who want to know. */
export interface Store<A> {
  readonly get: () => A
  readonly set: (change: (value: A) => A) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const createStore = <A>(first: A): Store<A> => {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    set: (change) => {
      value = change(value)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

export const useStore = <A>(store: Store<A>): A => useSyncExternalStore(store.subscribe, store.get, store.get)
