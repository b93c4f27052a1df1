import { Effect, Schema } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { AccountChange, NewAddress } from "../../../schemas/account.ts"
import type { Refusal } from "../../../schemas/errors.ts"
import { AddressBook } from "../../services/AddressBook.ts"
import type { SignedIn } from "../../services/BrowserSessions.ts"
import { BrowserSessions } from "../../services/BrowserSessions.ts"
import { Connections } from "../../services/Connections.ts"
import { NewPasswords } from "../../services/NewPasswords.ts"
import { OwnData } from "../../services/OwnData.ts"
import { Profile } from "../../services/Profile.ts"
import { SignIn } from "../../services/SignIn.ts"
import { invalid } from "../rest/invalid.ts"
import { accountPage, type Section } from "./accountPage.ts"
import { issuesOf } from "./fields.ts"
import { recording } from "./recorded.ts"
import { type At, goTo, screens } from "./screens.ts"

const decodeChange = Schema.decodeUnknownEffect(AccountChange)
const decodeAddress = Schema.decodeUnknownEffect(NewAddress)

const toSignIn = goTo("/sign-in?next=%2Faccount")
const saved = goTo("/account?notice=saved")

const idOf = Effect.map(HttpRouter.params, ({ id = "" }) => id)

/** The page of one's account, and what can be done there. Whoever is not signed in is sent to do that first. */
export const accountRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const book = yield* AddressBook
    const browserSessions = yield* BrowserSessions
    const connections = yield* Connections
    const data = yield* OwnData
    const newPasswords = yield* NewPasswords
    const profile = yield* Profile
    const { confirm } = yield* SignIn
    const { hear, show } = yield* screens
    const recorded = yield* recording

    const pageOf = Effect.fnUntraced(function* (
      { said, visit }: At,
      { account, session }: SignedIn,
      sent?: { readonly section: Section; readonly refusal: Refusal }
    ) {
      return accountPage({
        csrf: visit.csrf,
        account: yield* profile.read,
        addresses: yield* book.list,
        sessions: yield* browserSessions.list(account.id),
        connections: yield* connections.list(account.id),
        here: session.id,
        notice: said("notice"),
        ...(sent && {
          sent: { section: sent.section, issues: issuesOf(sent.refusal), said, status: sent.refusal.status }
        })
      })
    })

    type Done = ReturnType<Parameters<typeof hear>[0]>

    /** What a form of the page does, for whoever is signed in. */
    const does = (path: `/${string}`, section: Section, act: (at: At, signedIn: SignedIn) => Done) =>
      router.add(
        "POST",
        path,
        hear(
          (at) => (at.visit.signedIn === undefined ? Effect.succeed(toSignIn) : act(at, at.visit.signedIn)),
          (at, refusal) =>
            at.visit.signedIn === undefined ? Effect.fail(refusal) : pageOf(at, at.visit.signedIn, { section, refusal })
        )
      )

    yield* router.add(
      "GET",
      "/account",
      show((at) => (at.visit.signedIn === undefined ? Effect.succeed(toSignIn) : pageOf(at, at.visit.signedIn)))
    )
    yield* router.add(
      "GET",
      "/account/export",
      show(({ visit }) =>
        visit.signedIn === undefined
          ? Effect.succeed(toSignIn)
          : Effect.map(data.take, (all) =>
              HttpServerResponse.jsonUnsafe(all, {
                headers: {
                  "cache-control": "no-store",
                  "content-disposition": 'attachment; filename="account.json"'
                }
              })
            )
      )
    )
    yield* does(
      "/account",
      "profile",
      Effect.fnUntraced(function* ({ said }, { account }) {
        const phone = said("phone").trim()
        const given = { name: said("name"), phone: phone === "" ? null : phone }
        const change = yield* Effect.mapError(decodeChange(given, { errors: "all" }), invalid)
        yield* recorded("account.change", account.id, profile.change(change))
        return saved
      })
    )
    yield* does(
      "/account/addresses",
      "address",
      Effect.fnUntraced(function* ({ said }, { account }) {
        const names = ["name", "line1", "line2", "city", "state", "zip"]
        const typed = names.map((name) => [name, said(`address.${name}`)] as const)
        const address = Object.fromEntries(typed.filter(([, value]) => value.trim() !== ""))
        const input = yield* Effect.mapError(decodeAddress({ address }, { errors: "all" }), invalid)
        yield* recorded("account.addAddress", account.id, book.add(input))
        return saved
      })
    )
    yield* does(
      "/account/addresses/:id/default",
      "address",
      Effect.fnUntraced(function* (_, { account }) {
        yield* recorded("account.changeAddress", account.id, book.change(yield* idOf, { isDefault: true }))
        return saved
      })
    )
    yield* does(
      "/account/addresses/:id/delete",
      "address",
      Effect.fnUntraced(function* (_, { account }) {
        yield* recorded("account.removeAddress", account.id, book.remove(yield* idOf))
        return saved
      })
    )
    yield* does(
      "/account/password",
      "password",
      Effect.fnUntraced(function* ({ said, visit }, { account }) {
        const handle = yield* newPasswords.change(account.id, said("current"), said("password"))
        return visit.begun(goTo("/account?notice=password-changed"), handle)
      })
    )
    yield* does(
      "/account/sessions/:id/end",
      "password",
      Effect.fnUntraced(function* (_, { account }) {
        yield* browserSessions.revoke(account.id, yield* idOf)
        return goTo("/account?notice=revoked")
      })
    )
    yield* does(
      "/account/clients/end",
      "password",
      Effect.fnUntraced(function* ({ said }, { account }) {
        yield* connections.end(account.id, said("client"))
        return goTo("/account?notice=disconnected")
      })
    )
    yield* does(
      "/account/sign-out-everywhere",
      "password",
      Effect.fnUntraced(function* ({ visit }, { account }) {
        yield* browserSessions.endAll(account.id)
        return visit.ended(goTo("/sign-in?notice=signed-out-everywhere"))
      })
    )
    yield* does(
      "/account/delete",
      "delete",
      Effect.fnUntraced(function* ({ said, visit }, { account }) {
        yield* confirm(account.id, said("password"))
        yield* data.erase(said("confirm"))
        return visit.ended(goTo("/sign-in?notice=erased"))
      })
    )
  })
)
