import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Logger } from "effect"
import { afterEach, beforeEach } from "vitest"
import { connectionOf } from "../../../src/live/smtp/connectionOf.ts"
import { refusalOf } from "../../../src/live/smtp/refusalOf.ts"
import { layerSmtpMail } from "../../../src/live/smtp/SmtpMail.ts"
import { type Letter, Mail } from "../../../src/ports/Mail.ts"
import { headerOf, partOf, refusal, smtpServer } from "../../doubles/smtpServer.ts"

let server: Awaited<ReturnType<typeof smtpServer>>
beforeEach(async () => {
  server = await smtpServer()
})
afterEach(() => server.close())

const from = "CraftLocal <letters@craft.test>"

const letter = (over: Partial<Letter> = {}): Letter => ({
  id: "placed:ord_1",
  to: "ada@craftlocal.test",
  subject: "Your order – thank you",
  text: "Thank you, Ada.\n",
  html: "<p>Thank you, <b>Ada</b> — ☕.</p>",
  ...over
})

/** Uses the mail, with what it logs. */
const withMail = <A, E>(use: (mail: Mail["Service"]) => Effect.Effect<A, E>, logs: Array<string> = []) =>
  Effect.flatMap(Mail, use).pipe(
    Effect.provide(
      Layer.merge(
        layerSmtpMail({ url: server.url, from }),
        Logger.layer([Logger.map(Logger.formatJson, (line) => void logs.push(line))])
      )
    ),
    Effect.runPromise
  )

describe("letters through a mail server", () => {
  it("arrive as text and as a page, from us, at the one they are for", async () => {
    const sent = await withMail((mail) => Effect.andThen(mail.send(letter()), mail.sent))
    const [taken] = server.taken
    assert.deepStrictEqual([taken!.from, taken!.to], ["letters@craft.test", ["ada@craftlocal.test"]])
    assert.match(headerOf(taken!, "Content-Type")!, /^multipart\/alternative/)
    assert.strictEqual(partOf(taken!, "text/plain").trim(), "Thank you, Ada.")
    assert.strictEqual(partOf(taken!, "text/html").trim(), "<p>Thank you, <b>Ada</b> — ☕.</p>")
    assert.strictEqual(headerOf(taken!, "From"), from)
    assert.strictEqual(headerOf(taken!, "To"), "ada@craftlocal.test")
    assert.match(headerOf(taken!, "Subject")!, /^=\?UTF-8\?/)
    assert.strictEqual(headerOf(taken!, "Auto-Submitted"), "auto-generated")
    assert.deepInclude(sent[0], letter())
  })

  it("share a connection, and keep their name when they are sent again", async () => {
    await withMail(({ send }) =>
      Effect.all([send(letter()), send(letter({ id: "placed:ord_2" })), send(letter())], { discard: true })
    )
    const [first, second, again] = server.taken.map((taken) => headerOf(taken, "Message-ID")!)
    assert.match(first!, /^<[0-9a-f]{32}@craft\.test>$/)
    assert.strictEqual(again, first)
    assert.notStrictEqual(second, first)
    assert.strictEqual(server.connections(), 1)
  })

  it("are tried again later when the server says later, or nothing, or is not there", async () => {
    server.told.atRecipient = () => refusal(451, "Greylisted, come back")
    const later = await withMail(({ send }) => Effect.flip(send(letter())))
    assert.deepInclude(later, { _tag: "Unavailable", what: "mail server" })
    server.told.atRecipient = () => undefined
    server.told.atData = () => refusal(452, "No room")
    assert.strictEqual((await withMail(({ send }) => Effect.flip(send(letter()))))._tag, "Unavailable")
    const { port } = server
    await server.close()
    assert.strictEqual((await withMail(({ send }) => Effect.flip(send(letter()))))._tag, "Unavailable")
    server = await smtpServer(port)
    await withMail(({ send }) => send(letter()))
    assert.lengthOf(server.taken, 1)
  })

  it("are given up when nobody lives there, with a reason that names nobody", async () => {
    const logs: Array<string> = []
    server.told.atRecipient = (address) => refusal(550, `5.1.1 <${address}>: no such user`)
    const gone = await withMail(({ send }) => Effect.flip(send(letter())), logs)
    assert.strictEqual(gone._tag, "Undeliverable")
    assert.match(gone.message, /^The mail server refuses it: 550 .*no such user/)
    server.told.atRecipient = () => undefined
    server.told.atData = () => refusal(554, "Not this one")
    assert.strictEqual((await withMail(({ send }) => Effect.flip(send(letter())), logs))._tag, "Undeliverable")
    assert.notInclude(gone.message + logs.join(), "ada@")
    assert.lengthOf(server.taken, 0)
  })

  it("that broke off in the middle come again under the same name, and none is lost", async () => {
    server.told.afterData = () => server.cut()
    const { port, taken: before } = server
    assert.strictEqual((await withMail(({ send }) => Effect.flip(send(letter()))))._tag, "Unavailable")
    await server.close()
    server = await smtpServer(port)
    await withMail(({ send }) => send(letter()))
    assert.deepStrictEqual([before.length, server.taken.length], [1, 1])
    assert.strictEqual(headerOf(before[0]!, "Message-ID"), headerOf(server.taken[0]!, "Message-ID"))
  })

  it("have one recipient and only our headers, whatever is written into them", async () => {
    const nasty = "Hello\r\nBcc: all@example.com\r\n\r\nBody"
    await withMail(({ send }) => send(letter({ id: "x\r\nX-Evil: 1", subject: nasty, to: "a,b@craftlocal.test" })))
    const [taken] = server.taken
    assert.lengthOf(taken!.to, 1)
    assert.isUndefined(headerOf(taken!, "Bcc"))
    assert.isUndefined(headerOf(taken!, "X-Evil"))
    for (const to of ["ada@craftlocal.test\r\nRCPT TO:<all@example.com>", "ada@craftlocal.test>\r\nDATA", ""]) {
      const error = await withMail(({ send }) => Effect.flip(send(letter({ to }))))
      assert.strictEqual(error._tag, "Undeliverable", to)
    }
    assert.deepStrictEqual(
      server.taken.flatMap(({ to }) => to).filter((to) => to.includes("all@")),
      []
    )
  })
})

describe("the address of a mail server", () => {
  it("says where it is and how it is talked to", () => {
    const told = (url: string) => {
      const { auth, host, port, requireTLS, secure } = connectionOf(url)
      return { host, port, secure, requireTLS, auth }
    }
    assert.deepStrictEqual(told("smtp://mail.test"), {
      host: "mail.test",
      port: 587,
      secure: false,
      requireTLS: false,
      auth: undefined
    })
    assert.deepInclude(told("smtps://mail.test"), { port: 465, secure: true, requireTLS: false })
    assert.deepInclude(told("smtp://us%40er:p%2Fw@mail.test:2525"), {
      port: 2525,
      requireTLS: true,
      auth: { user: "us@er", pass: "p/w" }
    })
    assert.deepInclude(told("smtp://user:pw@[::1]:25"), { host: "::1", requireTLS: false })
  })
})

describe("what a mail server says about us", () => {
  it("is no reason to give up a letter", () => {
    for (const error of [
      { command: "AUTH PLAIN", responseCode: 535 },
      { command: "MAIL FROM", responseCode: 550 },
      { command: "RCPT TO", responseCode: 530 },
      { command: "CONN", code: "ETIMEDOUT" },
      undefined
    ]) {
      assert.isUndefined(refusalOf(error))
    }
  })
})
