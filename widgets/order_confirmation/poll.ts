interface Polling {
  readonly ask: () => void
  /** Nobody is asked for what nobody sees. */
  readonly seen: () => boolean
  /** It was asked often enough. */
  readonly enough: () => void
}

const EVERY_MS = 5_000
const AT_MOST = 12

/** Asks now and then, and not for ever. Gives the way to stop it. */
export const poll = ({ ask, enough, seen }: Polling): (() => void) => {
  let asked = 0
  const timer = setInterval(() => {
    if (!seen()) return
    asked++
    ask()
    if (asked < AT_MOST) return
    clearInterval(timer)
    enough()
  }, EVERY_MS)
  return () => clearInterval(timer)
}
