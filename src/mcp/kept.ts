/** Made once for each object, and kept as long as that object lives. */
export const kept = <Key extends object, A>(make: (key: Key) => A) => {
  const made = new WeakMap<Key, A>()
  return (key: Key): A => {
    let found = made.get(key)
    if (found === undefined) {
      found = make(key)
      made.set(key, found)
    }
    return found
  }
}
