// Writes what follows from the code: README tables and the snapshots of the public face. `--check` fails when one is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { OpenApi } from "effect/http-api"
import { refusals } from "../schemas/errors.ts"
import { widgetUri } from "../schemas/widgets.ts"
import { settings } from "../src/config.ts"
import { type Limit, limits } from "../src/domain/limits.ts"
import { scopeWords } from "../src/domain/scopeWords.ts"
import { Api } from "../src/http/Api.ts"
import { acpTools, tools } from "../src/mcp/tools/index.ts"
import { laws } from "./gen/laws.ts"
import { webhookSchemas } from "./gen/webhookSchemas.ts"
import { screenshots, widgetRows } from "./gen/widgetTables.ts"

const root = fileURLToPath(new URL("..", import.meta.url))
const checks = process.argv.includes("--check")

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ")
const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n")

const everyTool = [...tools, ...acpTools]
const openApi = OpenApi.fromApi(Api)

/** One sample of each error, for its code, its status and its words. */
const samples = {
  NotFound: { what: "listing" },
  Unauthorized: { why: "The token has expired." },
  Forbidden: { scopes: ["orders.read"] },
  RoleNeeded: { role: "seller" },
  Invalid: { issues: [{ path: "quantity", message: "Expected a value between 1 and 99" }] },
  WrongPassword: {},
  EmailNotConfirmed: {},
  LinkOver: {},
  StillNeeded: { why: "Your shop has 2 open orders. Send or cancel them, then delete the account." },
  NotReady: { missing: [{ path: "email", message: "an e-mail address is missing" }] },
  OutOfStock: { listingId: "lst_1", title: "Speckled mug", available: 2 },
  PaymentDeclined: { reason: "declined" },
  SessionExpired: {},
  TotalChanged: { total: 42.5, currency: "usd" },
  IllegalStep: { from: "Completed", event: "Revised" },
  StaleCheckout: {},
  OrderMovedOn: { from: "shipped", event: "canceled" },
  CancelWindowOver: { until: "2026-05-01T13:00:00.000Z" },
  NotInReview: { listingStatus: "active" },
  KeyReused: {},
  KeyInFlight: { retryAfter: 1 },
  RateLimited: { retryAfter: 30 },
  Unavailable: { what: "database", retryAfter: 2 },
  Internal: {}
} as const

const errors = refusals.map((Refusal) => {
  const sample = samples[Refusal.identifier as keyof typeof samples]
  const { _tag, code, details, message, status } = new (Refusal as any)(sample)
  return { error: _tag as string, code: code as string, status: status as number, message: message as string, details }
})

const routes = Object.entries(openApi.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { readonly summary?: string; readonly description?: string }>).map(
    ([method, { description, summary }]) => [`\`${method.toUpperCase()} ${path}\``, summary ?? description ?? ""]
  )
)

const tables: Record<string, string> = {
  tools: table(
    ["tool", "toolset", "does", "needs"],
    everyTool.map(({ descriptor, name, scopes, toolset }) => {
      const { annotations, title } = descriptor(() => undefined)
      const does = annotations?.readOnlyHint ? "reads" : annotations?.destructiveHint ? "changes" : "creates"
      return [
        `\`${name}\``,
        toolset,
        `${title} (${does})`,
        scopes.map((scope) => `\`${scope}\``).join(", ") || (toolset === "acp" ? "an agent key" : "nothing")
      ]
    })
  ),
  routes: table(["endpoint", "what it does"], routes),
  settings: table(
    ["name", "standard", "accepted", "meaning"],
    Object.entries(settings).map(([name, { accepted, meaning, standard }]) => [
      `\`${name}\``,
      standard,
      accepted,
      meaning
    ])
  ),
  widgets: table(
    ["widget", "shown by", "compressed", "goal", "states tried without a breach"],
    await widgetRows(everyTool)
  ),
  errors: table(
    ["code", "HTTP", "such as"],
    errors.map(({ code, message, status }) => [`\`${code}\``, String(status), message])
  )
}

const perMinute = ({ perMinute, times = 1 }: Limit) =>
  perMinute === undefined ? `\`RATE_LIMIT_PER_MINUTE\`${times === 1 ? "" : ` × ${times}`}` : String(perMinute)

const limitTable = table(
  ["limit", "in a minute", "counts by", "counts"],
  Object.values<Limit>(limits).map((limit) => [`\`${limit.name}\``, perMinute(limit), limit.counts, limit.of])
)

const scopeTable = table(
  ["scope", "what the person allows", "tools that need it"],
  Object.entries(scopeWords).map(([scope, words]) => [
    `\`${scope}\``,
    words,
    tools
      .filter(({ scopes }) => scopes.some((needed) => needed === scope))
      .map(({ name }) => `\`${name}\``)
      .join(", ")
  ])
)

/** A page with each of its marked places filled anew. */
const filled = (path: string, places: Readonly<Record<string, string>>) =>
  Object.entries(places).reduce(
    (text, [name, body]) =>
      text.replace(
        new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`),
        () => `<!-- ${name} -->\n${body}\n<!-- /${name} -->`
      ),
    readFileSync(`${root}${path}`, "utf8")
  )

const files: Record<string, string> = {
  "README.md": filled("README.md", tables),
  "docs/auth-guide.md": filled("docs/auth-guide.md", { scopes: scopeTable }),
  "docs/checkout-flow.md": filled("docs/checkout-flow.md", laws()),
  "docs/security.md": filled("docs/security.md", { limits: limitTable }),
  "docs/widgets.md": filled("docs/widgets.md", { screenshots: screenshots() }),
  "docs/webhooks.generated.json": json(webhookSchemas),
  "test/snapshots/openapi.json": json(openApi),
  "test/snapshots/errors.json": json(errors),
  ...Object.fromEntries(
    everyTool.map((tool) => [
      `test/snapshots/tools/${tool.name}.json`,
      json(tool.descriptor((name) => widgetUri(name, "<hash>")))
    ])
  )
}

const stale = Object.entries(files).filter(
  ([path, text]) => !existsSync(`${root}${path}`) || readFileSync(`${root}${path}`, "utf8") !== text
)

for (const [path, text] of stale) {
  if (checks) console.error(`${path} is stale: run npm run gen and look at the difference`)
  else {
    mkdirSync(dirname(`${root}${path}`), { recursive: true })
    writeFileSync(`${root}${path}`, text)
    console.log(`wrote ${path}`)
  }
}
if (!checks) console.log(stale.length === 0 ? "nothing was stale" : `${stale.length} files written`)
if (checks && stale.length > 0) process.exitCode = 1
