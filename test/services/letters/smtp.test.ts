import { assert } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { layerSmtpMail } from "../../../src/live/smtp/SmtpMail.ts"
import { Letters } from "../../../src/services/Letters.ts"
import { Undelivered } from "../../../src/services/Undelivered.ts"
import { onEveryDatabase } from "../../databases.ts"
import { headerOf, partOf, refusal, smtpServer } from "../../doubles/smtpServer.ts"
import { pay, ready, texas, want } from "../buying.ts"
import { delivered, putForward, telling } from "../delivering.ts"

let server = await smtpServer()

const letters = Layer.suspend(() =>
  Letters.layer.pipe(Layer.provide(layerSmtpMail({ url: server.url, from: "CraftLocal <letters@craft.test>" })))
)

const buys = (email: string) =>
  Effect.gen(function* () {
    server.taken.length = 0
    const session = yield* ready([want("bowl")], { buyer: { email, name: "Gus" }, address: texas, method: "standard" })
    yield* pay(session.id)
    yield* delivered
  })

/** Whom the letters went to, and under which name. */
const posted = () => server.taken.map((taken) => [taken.to.join(), headerOf(taken, "Message-ID")] as const)

onEveryDatabase(
  "letters of a purchase through a mail server",
  (database) => telling(database.layer, letters),
  (it) => {
    it.effect("reach the buyer and the shop, as text and as a page", () =>
      Effect.gen(function* () {
        yield* buys("gus@guest.test")
        assert.sameMembers(
          posted().map(([to]) => to),
          ["gus@guest.test", "kiln@craftlocal.test"]
        )
        const mine = server.taken.find(({ to }) => to[0] === "gus@guest.test")!
        for (const type of ["text/plain", "text/html"]) assert.include(partOf(mine, type), "Thank you, Gus.")
      })
    )

    it.effect("wait while the server puts them off, and do not keep others waiting", () =>
      Effect.gen(function* () {
        server.told.atRecipient = (address) => (address === "gus@guest.test" ? refusal(451, "Later") : undefined)
        yield* buys("gus@guest.test")
        assert.deepStrictEqual(
          posted().map(([to]) => to),
          ["kiln@craftlocal.test"]
        )
        server.told.atRecipient = () => undefined
        yield* Effect.andThen(putForward, delivered)
        assert.deepStrictEqual(
          posted().map(([to]) => to),
          ["kiln@craftlocal.test", "gus@guest.test"]
        )
      })
    )

    it.effect("are dead at once when nobody lives there, and are sent when that was a mistake", () =>
      Effect.gen(function* () {
        server.told.atRecipient = (address) => (address.startsWith("gone") ? refusal(550, `no ${address}`) : undefined)
        yield* buys("gone@guest.test")
        const { dead, replayAll } = yield* Undelivered
        const [one] = yield* dead
        assert.deepInclude(one, { message: "OrderPlaced", attempts: 1 })
        assert.match(one!.lastFailure!, /^The mail server refuses it: 550 no \(address\)/)
        server.told.atRecipient = () => undefined
        assert.strictEqual(yield* replayAll, 1)
        yield* delivered
        assert.include(
          posted().map(([to]) => to),
          "gone@guest.test"
        )
        assert.deepStrictEqual(yield* dead, [])
      })
    )

    it.effect("are not lost when the server stops in the middle, and come again under their name", () =>
      Effect.gen(function* () {
        server.told.afterData = () => server.cut()
        yield* buys("gus@guest.test")
        const before = posted()
        assert.lengthOf(before, 2)
        const { port } = server
        yield* Effect.promise(() => server.close())
        yield* Effect.andThen(putForward, delivered)
        server = yield* Effect.promise(() => smtpServer(port))
        yield* Effect.andThen(putForward, delivered)
        assert.sameDeepMembers(posted(), before)
        assert.deepStrictEqual(yield* Effect.flatMap(Undelivered, ({ waiting }) => waiting), [])
      })
    )
  },
  { excludeTestServices: true }
)
