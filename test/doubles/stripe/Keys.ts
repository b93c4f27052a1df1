import { failed, type Reply } from "./Reply.ts"

interface Entry {
  readonly fingerprint: string
  reply: Reply | undefined
}

const locked = failed(409, {
  type: "idempotency_error",
  code: "idempotency_key_in_use",
  message: "There is currently another in-progress request using this key."
})

const reused = failed(400, {
  type: "idempotency_error",
  message: "Keys for idempotent requests can only be used with the same parameters they were first used with."
})

/** The same key and the same request: the same answer, and nothing is done. */
export class Keys {
  readonly #entries = new Map<string, Entry>()

  async once(key: string, fingerprint: string, run: () => Promise<Reply> | Reply): Promise<Reply> {
    const before = this.#entries.get(key)
    if (before !== undefined) {
      if (before.reply === undefined) return locked
      if (before.fingerprint !== fingerprint) return reused
      const { lost: _, headers, ...reply } = before.reply
      return { ...reply, headers: { ...headers, "idempotent-replayed": "true" } }
    }
    const entry: Entry = { fingerprint, reply: undefined }
    this.#entries.set(key, entry)
    // Long enough for another request to come in between.
    await new Promise((next) => setTimeout(next, 2))
    const reply = await run()
    if (reply.kept) entry.reply = structuredClone(reply)
    else this.#entries.delete(key)
    return reply
  }

  /** A day has passed. */
  forget() {
    this.#entries.clear()
  }
}
