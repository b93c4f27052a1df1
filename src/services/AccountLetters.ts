import { randomBytes } from "node:crypto"
import { Context, Duration, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import { Mail } from "../ports/Mail.ts"
import { Site } from "../ports/Site.ts"
import type { Undeliverable } from "../ports/Undeliverable.ts"
import { type Account, Accounts } from "../store/Accounts.ts"
import { MailedLinks, type Purpose } from "../store/MailedLinks.ts"
import { orUnavailable } from "../store/Sql.ts"
import { alreadyRegistered, changed, forgotten, toConfirm } from "./letters/account.ts"
import { asHtml } from "./letters/asHtml.ts"
import { asText } from "./letters/asText.ts"
import type { Written } from "./letters/Written.ts"
import { now } from "./now.ts"

type Sent = (accountId: string, id: string) => Effect.Effect<void, Unavailable | Undeliverable>

const lasts: Record<Purpose, Duration.Duration> = {
  reset_password: Duration.minutes(30),
  verify_email: Duration.days(1)
}

/** Links of one account that work at the same time; whoever asks for more has letters enough. */
const mostLinks = 5

/**
 * Letters about accounts. The token of a link is made when its letter is written: it stands in the letter, and nowhere
 * else. An account without an e-mail gets none.
 */
export class AccountLetters extends Context.Service<
  AccountLetters,
  {
    readonly toConfirm: Sent
    readonly alreadyRegistered: Sent
    readonly forgotten: Sent
    readonly changed: Sent
  }
>()("craftlocal/services/AccountLetters") {
  static readonly layer = Layer.effect(
    AccountLetters,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const links = yield* MailedLinks
      const mail = yield* Mail
      const sender = yield* Site

      const to = (name: string, write: (account: Account) => Effect.Effect<Written | undefined, Unavailable>): Sent =>
        Effect.fn(`AccountLetters.${name}`)(function* (accountId, id) {
          const account = yield* orUnavailable(accounts.find(accountId))
          if (account === undefined || account.email === null) return
          const written = yield* write(account)
          if (written === undefined) return
          const faces = { text: asText(written), html: asHtml(written) }
          yield* mail.send({ id, to: account.email, subject: written.subject, ...faces })
        })

      /** A new link, unless enough of them are under way. */
      const linked = Effect.fnUntraced(function* (
        { id }: Account,
        purpose: Purpose,
        write: (token: string) => Written
      ) {
        const at = yield* now
        if ((yield* orUnavailable(links.live(id, purpose, at))) >= mostLinks) return undefined
        const token = randomBytes(32).toString("base64url")
        const expiresAt = new Date(at.getTime() + Duration.toMillis(lasts[purpose]))
        yield* orUnavailable(links.insert({ token, accountId: id, purpose, expiresAt }))
        return write(token)
      })

      return {
        toConfirm: to("toConfirm", (account) =>
          account.emailVerifiedAt !== null
            ? Effect.succeed(undefined)
            : linked(account, "verify_email", (token) => toConfirm(token, sender))
        ),
        alreadyRegistered: to("alreadyRegistered", () => Effect.succeed(alreadyRegistered(sender))),
        forgotten: to("forgotten", (account) => linked(account, "reset_password", (token) => forgotten(token, sender))),
        changed: to("changed", () => Effect.succeed(changed(sender)))
      }
    })
  )
}
