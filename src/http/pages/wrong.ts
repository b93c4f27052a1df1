import type { Issues } from "../account/fields.ts"
import { type Html, html } from "./html.ts"

/** What is wrong with a field: the words that stand at it, and what ties them to it. */
export const wrong = (name: string, issues: Issues, id = name): { readonly told: Html; readonly about: Html } => {
  const issue = issues.find(({ path }) => path === name)
  return issue === undefined
    ? { told: html``, about: html`` }
    : {
        told: html`\n<span class="wrong" id="${id}-error">${issue.message}</span>`,
        about: html` aria-describedby="${id}-error" aria-invalid="true"`
      }
}
