import type { AccountView, SavedAddress } from "../../../schemas/account.ts"
import { wordsOf } from "../../domain/scopeWords.ts"
import type { BrowserSession } from "../../services/BrowserSessions.ts"
import type { Connection } from "../../services/Connections.ts"
import { moment } from "../pages/amounts.ts"
import { type Html, html } from "../pages/html.ts"
import type { Page } from "../pages/page.ts"
import { type Field, field, form, type Issues, notice, problems } from "./fields.ts"

/** The forms of the page; what is wrong is told at the one that was sent. */
export type Section = "profile" | "address" | "password" | "delete"

export interface Shown {
  readonly csrf: Html
  readonly account: AccountView
  readonly addresses: ReadonlyArray<SavedAddress>
  readonly sessions: ReadonlyArray<BrowserSession>
  readonly connections: ReadonlyArray<Connection>
  /** The session of this browser. */
  readonly here: string
  readonly notice?: string | undefined
  /** What was sent, and what was wrong with it. */
  readonly sent?: {
    readonly section: Section
    readonly issues: Issues
    readonly said: (name: string) => string
    readonly status: number
  }
}

const notices: Readonly<Record<string, string>> = {
  confirmed: "Your e-mail address is confirmed, and you are signed in.",
  saved: "Saved.",
  "password-changed": "Your password was changed. Every other browser and every assistant has to sign in again.",
  disconnected: "It is disconnected. What it still holds stops working within a minute.",
  revoked: "That browser is signed out."
}

const addressFields: ReadonlyArray<Field> = [
  { name: "address.name", label: "Who receives it", autocomplete: "shipping name", optional: true, maxlength: 120 },
  { name: "address.line1", label: "Street and number", autocomplete: "shipping address-line1", maxlength: 120 },
  {
    name: "address.line2",
    label: "Apartment, floor, building",
    autocomplete: "shipping address-line2",
    optional: true,
    maxlength: 120
  },
  { name: "address.city", label: "City", autocomplete: "shipping address-level2", maxlength: 80 },
  { name: "address.state", label: "State", autocomplete: "shipping address-level1", hint: "Such as IL", maxlength: 40 },
  { name: "address.zip", label: "ZIP code", autocomplete: "shipping postal-code", maxlength: 16 }
]

const lineOf = ({ address }: SavedAddress) =>
  [address.name, address.line1, address.line2, address.city, `${address.state} ${address.zip}`]
    .filter(Boolean)
    .join(", ")

const addressOf = (csrf: Html) => (saved: SavedAddress) =>
  html`<li>${lineOf(saved)}${saved.isDefault && html` <strong>(checkouts begin with this one)</strong>`}
<div class="row">${!saved.isDefault && form(`/account/addresses/${saved.id}/default`, csrf, html``, `Begin checkouts with ${saved.address.line1}`, true)}
${form(`/account/addresses/${saved.id}/delete`, csrf, html``, `Forget ${saved.address.line1}`, true)}</div></li>
`

const sessionOf =
  (csrf: Html, here: string) =>
  ({ createdAt, id, lastSeenAt }: BrowserSession) =>
    html`<li>Signed in ${moment(createdAt.toISOString())}, last seen ${moment(lastSeenAt.toISOString())}${
      id === here
        ? html` <strong>(this browser)</strong>`
        : html`\n${form(`/account/sessions/${id}/end`, csrf, html``, `Sign out the browser of ${moment(createdAt.toISOString())}`, true)}`
    }</li>
`

const connectionOf =
  (csrf: Html) =>
  ({ clientId, name, scopes, since }: Connection) =>
    html`<li><strong>${name}</strong>, since ${moment(since.toISOString())}. It may: ${scopes.map((scope) => wordsOf(scope)).join("; ")}.
${form("/account/clients/end", csrf, html`<input type="hidden" name="client" value="${clientId}">`, `Disconnect ${name}`, true)}</li>
`

/** Ids of fields, which stand once on the page: `delete.password` is not `password.password`. */
const idIn = (section: Section) => (name: string) => `${section}-${name.replaceAll(".", "-")}`

/** Everything about an account, for its owner, in one page without scripts. */
export const accountPage = ({
  account,
  addresses,
  connections,
  csrf,
  here,
  notice: told,
  sent,
  sessions
}: Shown): Page => {
  const issuesAt = (section: Section) => (sent?.section === section ? sent.issues : [])
  const put = (section: Section, its: Field) => {
    const typed = sent?.section === section ? sent.said(its.name).slice(0, its.maxlength ?? 254) : its.value
    return field({ ...its, value: typed }, issuesAt(section), idIn(section)(its.name))
  }
  const password = (section: Section, name: string, label: string, autocomplete: string, maxlength = 1000) =>
    put(section, { name, label, type: "password", autocomplete, maxlength })
  return {
    title: "Your account",
    status: sent?.status ?? 200,
    secret: true,
    body: html`${problems(sent?.issues ?? [], idIn(sent?.section ?? "profile"))}${notice(notices[told ?? ""])}<p>${account.email ?? account.id}</p>
<div class="row">${form("/sign-out", csrf, html``, "Sign out", true)}
${form("/account/sign-out-everywhere", csrf, html``, "Sign out everywhere", true)}</div>
<p class="soft">Everywhere means every browser, and every assistant you have connected.</p>
<h2>About you</h2>
${form(
  "/account",
  csrf,
  html`${put("profile", { name: "name", label: "Name", autocomplete: "name", maxlength: 120, value: account.name })}${put(
    "profile",
    {
      name: "phone",
      label: "Phone",
      type: "tel",
      autocomplete: "tel",
      optional: true,
      maxlength: 32,
      value: account.phone ?? ""
    }
  )}`,
  "Save"
)}
<h2>Addresses</h2>
${addresses.length === 0 ? html`<p>None yet. Checkouts begin with the first you keep.</p>` : html`<ul>${addresses.map(addressOf(csrf))}</ul>`}
<h3>Another address</h3>
${form("/account/addresses", csrf, html`${addressFields.map((each) => put("address", each))}`, "Keep this address")}
<h2>Password</h2>
${form(
  "/account/password",
  csrf,
  html`${password("password", "current", "Current password", "current-password")}${password("password", "password", "New password", "new-password", 200)}`,
  "Change the password"
)}
<h2>Connected apps</h2>
${connections.length === 0 ? html`<p>None. Assistants ask you here before they may act for you.</p>` : html`<ul>${connections.map(connectionOf(csrf))}</ul>`}
<h2>Browsers</h2>
<ul>${sessions.map(sessionOf(csrf, here))}</ul>
<h2>What we keep about you</h2>
<p><a href="/account/export" download="account.json">Download everything</a></p>
<h2>Delete the account</h2>
<p>For good. Your name, e-mail address and addresses go; what you bought and paid stays without them. An order that is still being made keeps its name and address until it is sent.</p>
${form(
  "/account/delete",
  csrf,
  html`${put("delete", { name: "confirm", label: "E-mail, to be sure", type: "email", autocomplete: "off" })}${password("delete", "password", "Password", "current-password")}`,
  "Delete the account for good",
  true
)}`
  }
}
