import type { Role, Scope } from "../../../schemas/access.ts"
import { scopeWords } from "../../domain/scopeWords.ts"
import { type Html, html } from "../pages/html.ts"
import type { Page } from "../pages/page.ts"
import type { Asker } from "./askedOf.ts"

interface Asking {
  readonly asker: Asker
  readonly redirectUri: string
  readonly scopes: ReadonlyArray<Scope>
  readonly account: { readonly name: string; readonly email: string | null; readonly roles: ReadonlyArray<Role> }
  /** Proves that the form came from here. */
  readonly csrf: Html
  readonly uid: string
}

const vouched = ({ host, name }: Asker) =>
  host === undefined
    ? html`<p><strong>${name}</strong> is what it calls itself. It registered itself here, and nobody vouches for that name.</p>`
    : html`<p><strong>${name}</strong> is known by <strong>${host}</strong>.</p>`

const destination = ({ isLocal, to }: Asker) =>
  isLocal
    ? html`<p class="warning" role="note"><strong>The answer goes to a program on this computer (${to}).</strong> Go on only if you have just started connecting a program here yourself.</p>`
    : html`<p>The answer goes to <strong>${to}</strong>.</p>`

/** Who asks for what, in whose name it would act, and where the answer goes. */
export const consentPage = ({ account, asker, csrf, redirectUri, scopes, uid }: Asking): Page => ({
  title: `Let ${asker.name} act for you?`,
  secret: true,
  formAction: redirectUri,
  inFlow: true,
  body: html`${vouched(asker)}
${destination(asker)}
<h2>It asks to</h2>
<ul>${scopes.map((scope) => html`<li>${scopeWords[scope]} <code>${scope}</code></li>`)}</ul>
${scopes.length === 0 && html`<p>Nothing but to know that you have an account here.</p>`}
<p>You are signed in as <strong>${account.name}</strong>${account.email !== null && html` (${account.email})`}.</p>
<form method="post" action="/oauth/interaction/${uid}">
${csrf}
<p><button name="answer" value="allow">Allow</button> <button name="answer" value="refuse" class="quiet">Do not allow</button></p>
</form>
<form method="post" action="/oauth/interaction/${uid}">
${csrf}
<p class="soft">Not you? <button name="answer" value="switch" class="link">Sign in as somebody else</button></p>
</form>
<p class="soft">You can take this back at any time under <a href="/account">your account</a>.</p>`
})
