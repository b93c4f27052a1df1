import { connect } from "node:net"

/** What a round of load found: how many answers came, how long each took in milliseconds, and how many were bad. */
export interface Round {
  readonly perSecond: number
  readonly times: Float64Array
  readonly errors: number
  /** The first bad answer, to be shown. */
  readonly firstError: string | undefined
}

export interface LoadOptions {
  readonly port: number
  /** Whole HTTP requests, sent in turn. */
  readonly requests: ReadonlyArray<Buffer>
  readonly connections: number
  readonly milliseconds: number
}

const headEnd = Buffer.from("\r\n\r\n")
const lastChunk = Buffer.from("0\r\n\r\n")
const failures = [`"isError":true`, `"error":{`].map((text) => Buffer.from(text))

/** The length of the head, and of the whole answer; the whole is undefined until a chunked one has ended. */
const measured = (bytes: Buffer): { readonly head: number; readonly whole: number | undefined } | undefined => {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const head = end + headEnd.length
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString("latin1", 0, head))?.[1]
  if (length !== undefined) return { head, whole: head + Number(length) }
  const ended = bytes.subarray(-lastChunk.length).equals(lastChunk)
  return { head, whole: ended ? bytes.length : undefined }
}

/** Where `HTTP/1.1 2xx` says so. */
const statusAt = "HTTP/1.1 ".length
const two = "2".charCodeAt(0)

const isGood = (answer: Buffer, head: number) =>
  answer[statusAt] === two && failures.every((text) => answer.indexOf(text, head) < 0)

/**
 * Keeps so many connections busy for so long, each with one request at a time. It writes prepared bytes to plain sockets
 * and only frames what comes back, so that the answering side is what is measured.
 */
export const load = ({ connections, milliseconds, port, requests }: LoadOptions): Promise<Round> => {
  const times: Array<number> = []
  let errors = 0
  let firstError: string | undefined
  let next = 0
  const started = performance.now()
  const until = started + milliseconds

  const bad = (what: string) => {
    errors++
    firstError ??= what
  }

  const one = () =>
    new Promise<void>((resolve) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true })
      let sent = 0
      let waiting: Array<Buffer> = []
      let got = 0
      let head = 0
      let whole: number | undefined
      const send = () => {
        waiting = []
        got = 0
        whole = undefined
        sent = performance.now()
        socket.write(requests[next++ % requests.length]!)
      }
      socket.on("connect", send)
      socket.on("data", (bytes) => {
        waiting.push(bytes)
        got += bytes.length
        if (whole === undefined) {
          const sizes = measured(waiting.length === 1 ? bytes : Buffer.concat(waiting))
          if (sizes === undefined) return
          head = sizes.head
          whole = sizes.whole
        }
        if (whole === undefined || got < whole) return
        const now = performance.now()
        const answer = waiting.length === 1 ? bytes : Buffer.concat(waiting)
        if (isGood(answer, head)) times.push(now - sent)
        else bad(answer.toString("utf8", 0, 600))
        if (now < until) return send()
        socket.end()
        resolve()
      })
      socket.on("error", (cause) => bad(String(cause)))
      socket.on("close", () => {
        if (performance.now() < until) bad("the connection was closed")
        resolve()
      })
    })

  return Promise.all(Array.from({ length: connections }, one)).then(() => ({
    perSecond: (times.length / (performance.now() - started)) * 1000,
    times: Float64Array.from(times).sort(),
    errors,
    firstError
  }))
}
