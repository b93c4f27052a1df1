import { type Html, html } from "../pages/html.ts"
import type { Page } from "../pages/page.ts"
import { field, form, type Issues, nextField, notice, problems, withNext } from "./fields.ts"

/** What a page with a form is made of, beside what was wrong with what was sent. */
export interface Shown {
  readonly csrf: Html
  readonly next: string | undefined
  /** What was typed before, but never a password. */
  readonly typed?: { readonly email?: string; readonly name?: string }
  readonly issues?: Issues
  readonly status?: number
}

const page = (title: string, { issues = [], status = 200 }: Partial<Shown>, body: Html): Page => ({
  title,
  status,
  secret: true,
  body: html`${problems(issues)}${body}`
})

const notices: Readonly<Record<string, string>> = {
  "password-changed": "Your password was changed. Sign in with the new one.",
  "signed-out": "You are signed out in this browser.",
  "signed-out-everywhere": "You are signed out everywhere. Assistants have to be connected again.",
  erased: "Your account was deleted."
}

const newPassword = (issues: Issues) =>
  field(
    {
      name: "password",
      label: "Password",
      type: "password",
      autocomplete: "new-password",
      hint: "At least 10 characters; a few words together are good.",
      maxlength: 200
    },
    issues
  )

const email = (autocomplete: string, value: string | undefined, issues: Issues) =>
  field({ name: "email", label: "E-mail", type: "email", autocomplete, value }, issues)

export const signInPage = (shown: Shown, told?: string | null): Page => {
  const { csrf, issues = [], next, typed } = shown
  const fields = html`${nextField(next)}${email("username", typed?.email, issues)}${field(
    { name: "password", label: "Password", type: "password", autocomplete: "current-password", maxlength: 1000 },
    issues
  )}`
  return page(
    "Sign in",
    shown,
    html`${notice(notices[told ?? ""])}${form("/sign-in", csrf, fields, "Sign in")}<p><a href="${withNext("/forgot-password", next)}">Forgot your password?</a></p>
<p>New here? <a href="${withNext("/register", next)}">Open an account</a></p>`
  )
}

export const registerPage = (shown: Shown): Page => {
  const { csrf, issues = [], next, typed } = shown
  const name = field(
    { name: "name", label: "Your name", autocomplete: "name", maxlength: 120, value: typed?.name },
    issues
  )
  const fields = html`${nextField(next)}${name}${email("email", typed?.email, issues)}${newPassword(issues)}`
  return page(
    "Open an account",
    shown,
    html`${form("/register", csrf, fields, "Open an account")}<p>You have one? <a href="${withNext("/sign-in", next)}">Sign in</a></p>`
  )
}

/** The same whether or not there was an account. */
export const letterSentPage = (next: string | undefined): Page =>
  page(
    "Look into your mail",
    {},
    html`<p>We sent you a letter. Open the link in it to go on.</p>
<p>Nothing there? Look among the spam, or try again in some minutes.</p>
<p><a href="${withNext("/sign-in", next)}">Sign in</a> once you have done what it says.</p>`
  )

export const forgotPage = (shown: Shown): Page => {
  const { csrf, issues = [], next, typed } = shown
  const fields = html`${nextField(next)}${email("username", typed?.email, issues)}`
  return page(
    "Choose a new password",
    shown,
    html`<p>We send you a letter with a link that works for half an hour.</p>
${form("/forgot-password", csrf, fields, "Send the letter")}`
  )
}

const token = (value: string) => html`<input type="hidden" name="token" value="${value}">\n`

export const resetPage = (shown: Shown, link: string): Page =>
  page(
    "Choose a new password",
    shown,
    html`<p>Every browser and every assistant that is signed in has to sign in again afterwards.</p>
${form("/reset-password", shown.csrf, html`${token(link)}${newPassword(shown.issues ?? [])}`, "Change the password")}`
  )

export const confirmPage = (shown: Shown, link: string): Page => {
  const password = field(
    { name: "password", label: "Password", type: "password", autocomplete: "current-password", maxlength: 1000 },
    shown.issues ?? []
  )
  return page(
    "Confirm your e-mail address",
    shown,
    html`<p>Give the password that you chose when you opened the account.</p>
${form("/verify-email", shown.csrf, html`${token(link)}${password}`, "Confirm and sign in")}`
  )
}

export const linkOverPage: Page = page(
  "This link works no more",
  { status: 410 },
  html`<p>It was used, or its time is over.</p>
<ul><li><a href="/forgot-password">Ask for a new password</a></li>
<li><a href="/sign-in">Sign in</a>: if your e-mail address is not confirmed yet, you get another letter.</li></ul>`
)
