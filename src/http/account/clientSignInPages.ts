import type { Scope } from "../../../schemas/access.ts"
import { scopeWords } from "../../domain/scopeWords.ts"
import { type Html, html } from "../pages/html.ts"
import type { Page } from "../pages/page.ts"

interface Asking {
  readonly account: { readonly name: string; readonly email: string | null }
  readonly scopes: ReadonlyArray<Scope>
  readonly csrf: Html
  readonly action: string
}

const choice = (scope: Scope) =>
  html`<p><label><input type="checkbox" name="scope" value="${scope}" checked> ${scopeWords[scope]}</label></p>`

/** Who signs in, and what the one who gave them the link may do. */
export const allowPage = ({ account, action, csrf, scopes }: Asking): Page => ({
  title: "Let your assistant act for you?",
  secret: true,
  body: html`<p class="warning" role="note"><strong>Go on only if you asked an assistant yourself, just now, to sign you in here.</strong> Whoever sent you this link otherwise would act in your name.</p>
<p>You are signed in as <strong>${account.name}</strong>${account.email !== null && html` (${account.email})`}.</p>
<form method="post" action="${action}">
${csrf}
<fieldset><legend>For at most an hour, it may</legend>
${scopes.map(choice)}
</fieldset>
<p><button name="answer" value="allow">Allow</button> <button name="answer" value="refuse" class="quiet">Do not allow</button></p>
</form>
<form method="post" action="${action}">
${csrf}
<p class="soft">Not you? <button name="answer" value="switch" class="link">Sign in as somebody else</button></p>
</form>`
})

export const allowedPage: Page = {
  title: "You are signed in",
  secret: true,
  body: html`<p>Go back to your assistant and tell it that you have signed in. You can close this window.</p>`
}

export const refusedPage: Page = {
  title: "Nothing was allowed",
  secret: true,
  body: html`<p>Your assistant cannot act for you. You can close this window.</p>`
}
