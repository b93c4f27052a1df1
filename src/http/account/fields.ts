import type { Issue, Refusal } from "../../../schemas/errors.ts"
import { type Html, html } from "../pages/html.ts"

export interface Field {
  readonly name: string
  readonly label: string
  readonly type?: "text" | "email" | "password" | "tel"
  /** What a browser or a password manager may fill in. */
  readonly autocomplete: string
  readonly value?: string | undefined
  readonly hint?: string
  readonly optional?: boolean
  /** May be left out here, though that is not the rule. */
  readonly waived?: boolean
  readonly maxlength?: number
}

export type Issues = ReadonlyArray<Issue>

/** What a refusal says of a form, field by field. */
export const issuesOf = ({ details, message }: Refusal): Issues =>
  Array.isArray(details.issues) ? (details.issues as Issues) : [{ path: "", message }]

/** A labelled input. What is wrong with it stands at it, and is read out with it. Ids begin with what sets forms apart. */
export const field = (
  { autocomplete, hint, label, maxlength = 254, name, optional = false, type = "text", value, waived = false }: Field,
  issues: Issues = [],
  id = name
): Html => {
  const issue = issues.find(({ path }) => path === name)
  const told = [issue && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ")
  const hidden = type === "password" || value === undefined
  return html`<p class="field"><label for="${id}">${label}${optional && html` <span class="soft">(optional)</span>`}</label>
${hint !== undefined && html`<span class="soft" id="${id}-hint">${hint}</span>`}
${issue !== undefined && html`<span class="wrong" id="${id}-error">${issue.message}</span>`}
<input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="${maxlength}"${!optional && !waived && html` required`}${!hidden && html` value="${value}"`}${told !== "" && html` aria-describedby="${told}"`}${issue !== undefined && html` aria-invalid="true"`}></p>
`
}

/** What went wrong, all of it, where the eye and the keyboard are first; each leads to its field. */
export const problems = (issues: Issues, idOf: (path: string) => string = (path) => path): Html =>
  issues.length === 0
    ? html``
    : html`<div class="problems" role="alert" tabindex="-1" autofocus aria-labelledby="problems">
<h2 id="problems">This did not work</h2>
<ul>${issues.map(({ message, path }) =>
        path === "" ? html`<li>${message}</li>` : html`<li><a href="#${idOf(path)}">${message}</a></li>`
      )}</ul>
</div>
`

/** A form of ours: what it says goes to `action`. */
export const form = (action: string, csrf: Html, fields: Html, submit: string, quiet = false): Html =>
  html`<form method="post" action="${action}">
${csrf}
${fields}<p><button type="submit"${quiet && html` class="quiet"`}>${submit}</button></p>
</form>
`

export const notice = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<p class="notice" role="status">${text}</p>\n`

export const nextField = (next: string | undefined): Html =>
  next === undefined ? html`` : html`<input type="hidden" name="next" value="${next}">\n`

/** A path of ours that comes back to where somebody was. */
export const withNext = (path: string, next: string | undefined): string =>
  next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`
