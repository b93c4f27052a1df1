import { createHash } from "node:crypto"
import { Effect, Layer } from "effect"
import { createTransport } from "nodemailer"
import { Unavailable } from "../../../schemas/errors.ts"
import { keptLetters, type Letter, Mail } from "../../ports/Mail.ts"
import { connectionOf } from "./connectionOf.ts"
import { refusalOf } from "./refusalOf.ts"

/** The same letter has the same name for every mail server, which tells nobody what it is about. */
const messageIdOf = (id: string, from: string) => {
  const domain = /@([^\s<>@]+)>?$/.exec(from)![1]!
  return `<${createHash("sha256").update(id).digest("hex").slice(0, 32)}@${domain}>`
}

const away = () => new Unavailable({ what: "mail server", retryAfter: 60 })

/** Sends letters through an SMTP server, over connections that are kept open for some minutes. */
export const layerSmtpMail = (options: { readonly url: string; readonly from: string }): Layer.Layer<Mail> =>
  Layer.effect(
    Mail,
    Effect.gen(function* () {
      const { from } = options
      const transport = yield* Effect.acquireRelease(
        Effect.sync(() => createTransport(connectionOf(options.url))),
        (transport) => Effect.sync(() => transport.close())
      )
      const { keep, sent } = keptLetters()

      /** An address is handed over as one, so that none of its characters can make it two. */
      const post = ({ html, id, subject, text, to }: Letter, signal: AbortSignal) =>
        transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId: messageIdOf(id, from),
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
          signal
        })

      return {
        send: Effect.fn("Mail.send")(function* (letter) {
          yield* Effect.tryPromise({
            try: (signal) => post(letter, signal),
            catch: (error) => refusalOf(error) ?? away()
          }).pipe(
            Effect.timeoutOrElse({ duration: "1 minute", orElse: () => Effect.fail(away()) }),
            Effect.tapErrorTag("Unavailable", () => Effect.logWarning("the mail server did not take a letter"))
          )
          yield* keep(letter)
        }),
        sent
      }
    })
  )
