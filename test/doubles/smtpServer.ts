import { once } from "node:events"
import type { AddressInfo, Socket } from "node:net"
import { SMTPServer } from "smtp-server"

/** What a mail server took in: who said it is from, whom it is for, and the letter as it came. */
export interface Taken {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly raw: string
}

/** An SMTP refusal, as a server answers it. */
export const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** A double of a mail server on loopback, with a real SMTP dialogue. It takes everything unless told otherwise. */
export const smtpServer = async (port = 0) => {
  const taken: Array<Taken> = []
  const told: {
    atRecipient: (address: string) => Error | undefined
    atData: () => Error | undefined
    /** After the letter is in and before that is said: what a stop of the server would do. */
    afterData: () => void
  } = { atRecipient: () => undefined, atData: () => undefined, afterData: () => undefined }
  const sockets = new Set<Socket>()
  let connections = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect: (_, callback) => {
      connections++
      callback()
    },
    onRcptTo: ({ address }, _, callback) => callback(told.atRecipient(address)),
    onData: (stream, { envelope }, callback) => {
      let raw = ""
      stream.setEncoding("utf8")
      stream.on("data", (chunk: string) => {
        raw += chunk
      })
      stream.on("end", () => {
        const error = told.atData()
        if (error !== undefined) return callback(error)
        const { mailFrom, rcptTo } = envelope
        taken.push({ from: mailFrom === false ? "" : mailFrom.address, to: rcptTo.map(({ address }) => address), raw })
        told.afterData()
        callback(null, "taken")
      })
    }
  })
  // What breaks off in the middle is part of the play.
  server.on("error", () => undefined)
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket)
    socket.once("close", () => sockets.delete(socket))
  })
  server.listen(port, "127.0.0.1")
  await once(server.server, "listening")
  const { port: at } = server.server.address() as AddressInfo
  return {
    taken,
    told,
    port: at,
    url: `smtp://127.0.0.1:${at}`,
    connections: () => connections,
    /** Every connection breaks off at once. */
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

/** One part of a letter of several, decoded. */
export const partOf = ({ raw }: Taken, type: string): string => {
  const boundary = /boundary="([^"]+)"/.exec(raw)![1]!
  const part = raw.split(`--${boundary}`).find((piece) => piece.includes(`Content-Type: ${type}`))!
  const [head, ...rest] = part.split("\r\n\r\n")
  const body = rest.join("\r\n\r\n")
  if (/base64/i.test(head!)) return Buffer.from(body, "base64").toString("utf8")
  if (!/quoted-printable/i.test(head!)) return body
  const bytes = body
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}

/** A header of a letter, unfolded. */
export const headerOf = ({ raw }: Taken, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, "im").exec(raw.split("\r\n\r\n")[0]!.replaceAll(/\r\n[ \t]+/g, " "))?.[1]?.trim()
