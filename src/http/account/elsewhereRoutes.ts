import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import { OAuth } from "../../ports/OAuth.ts"
import { Site } from "../../ports/Site.ts"
import { html } from "../pages/html.ts"
import { type Page, page } from "../pages/page.ts"

const paths = [
  "/sign-in",
  "/sign-in/sessions/:link",
  "/register",
  "/verify-email",
  "/forgot-password",
  "/reset-password",
  "/account"
] as const

const elsewherePage = (site: string, issuer: string): Page => ({
  title: "Accounts are kept elsewhere",
  body: html`<p>Nobody signs in on these pages. Accounts of ${site}, their e-mail addresses and their passwords are kept by <strong>${new URL(issuer).host}</strong>.</p>
<ul><li>To act in your name, connect your assistant: it takes you there to sign in.</li>
<li>To open an account, or for a new password, go to <a href="${issuer}">${issuer}</a>.</li>
<li>To see your orders and addresses, or to have them deleted, ask your assistant, or write to <a href="/support">support</a>.</li></ul>`
})

/** With an issuer elsewhere there is nothing to sign in to here: the addresses of our pages say where there is. */
export const elsewhereRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { name } = yield* Site
    const { issuer } = yield* OAuth
    for (const path of paths) yield* router.add("GET", path, Effect.succeed(page(name, elsewherePage(name, issuer))))
  })
)
