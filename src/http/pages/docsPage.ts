import { OpenApi } from "effect/http-api"
import { Api } from "../Api.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

const parameter = ({ description, name, in: place, required, schema }: any) =>
  html`<li><code>${name}</code> <span class="soft">${place}${required ? ", required" : ""}</span> ${schema?.description ?? description ?? ""}</li>`

const operation = (path: string, method: string, { description, parameters, responses, security, summary }: any) => {
  const scopes = security.every((each: any) => each.bearer) ? security.flatMap((each: any) => each.bearer) : []
  return html`<section>
<h2>${summary}</h2>
<pre><code>${method.toUpperCase()} ${path}</code></pre>
<p>${description}</p>
${scopes.length > 0 && html`<p>Needs a token with <code>${scopes.join(" ")}</code>.</p>`}
${parameters.length > 0 && html`<ul>${parameters.map(parameter)}</ul>`}
<p class="soft">Answers ${Object.keys(responses).join(", ")}</p>
</section>`
}

/** The REST door for people, out of the same document that programs read. */
export const docsPage = (): Page => {
  const { info, paths } = OpenApi.fromApi(Api) as any
  return {
    title: "REST reference",
    body: html`<p>${info.description}</p>
<p>For programs: <a href="/openapi.json">/openapi.json</a></p>
${Object.entries<any>(paths).flatMap(([path, methods]) =>
  Object.entries<any>(methods).map(([method, each]) => operation(path, method, each))
)}`
  }
}
