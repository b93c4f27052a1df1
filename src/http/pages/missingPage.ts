import type { Refusal } from "../../../schemas/errors.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

/** The same for what is not there and for what is somebody else's. */
export const missingPage = (what: string, signInPath?: string): Page => ({
  title: `There is no such ${what}`,
  status: 404,
  secret: true,
  body: html`<p>The address may be incomplete, or it belongs to somebody's account. If it is yours, sign in, or ask your assistant to show you the ${what}.</p>
${signInPath !== undefined && html`<p><a href="${signInPath}">Sign in</a></p>\n`}<p><a href="/">Go to the first page</a></p>`
})

export const awayPage: Page = {
  title: "We cannot show this right now",
  status: 503,
  secret: true,
  body: html`<p>Something we depend on does not answer. Nothing is lost; try again in a moment.</p>`
}

export const brokenPage: Page = {
  title: "Something went wrong on our side",
  status: 500,
  secret: true,
  body: html`<p>Nothing is lost. Try again in a moment; if it stays like this, write to <a href="/support">support</a>.</p>`
}

export const busyPage: Page = {
  title: "Too many requests",
  status: 429,
  secret: true,
  body: html`<p>Nothing was done. Wait a minute, then try again.</p>`
}

/** For what is told nowhere better. */
export const refusedPage = ({ message, status }: Refusal): Page => ({
  title: "This did not work",
  status,
  secret: true,
  body: html`<p>${message}</p>\n<p><a href="/">Go to the first page</a></p>`
})
