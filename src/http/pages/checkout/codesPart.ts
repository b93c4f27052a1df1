import { money } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import { wrong } from "../wrong.ts"
import { type Desk, issuesAt, valueAt } from "./Desk.ts"
import { stepForm } from "./stepForm.ts"

const removal = (desk: Desk, code: string) =>
  stepForm(desk, "uncode", html`<input type="hidden" name="code" value="${code}">`, `Remove ${code}`)

/** What is taken off, and the codes that were given. */
export const codesPart = (desk: Desk): Html => {
  const { applied, rejected } = desk.session.discounts
  const { about, told } = wrong("code", issuesAt(desk, "codes"))
  const given = [
    ...applied.map(({ amount, code, title }) => ({ code, words: `${title}: ${money(-amount)}` })),
    ...rejected.map(({ code, message }) => ({ code, words: `${code}: ${message}` }))
  ]
  return html`<h2 id="codes">Discount</h2>
${given.length > 0 && html`<ul>${given.map(({ code, words }) => html`<li>${words}${code !== null && removal(desk, code)}</li>\n`)}</ul>\n`}${stepForm(
  desk,
  "codes",
  html`<p><label for="code">Discount code</label>${told}
<input id="code" name="code" maxlength="40" autocomplete="off" required value="${valueAt(desk, "codes", "code")}"${about}></p>
`,
  "Use this code"
)}`
}
