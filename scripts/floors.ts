// Who may import whom: stairs lead downward only. Run by `npm run check`; prints what climbs, and fails.
import { globSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))

/** The rooms a file of a room may import from, besides its own. */
const stairs: Record<string, ReadonlyArray<string>> = {
  schemas: [],
  domain: ["schemas"],
  ports: ["schemas", "domain"],
  store: ["schemas", "domain"],
  services: ["store", "ports", "domain", "schemas"],
  live: ["ports", "schemas"],
  mcp: ["services", "ports", "domain", "schemas"],
  http: ["services", "ports", "domain", "schemas"],
  jobs: ["services", "ports", "domain", "schemas"],
  demo: ["schemas", "domain", "store", "ports"],
  App: ["schemas", "mcp", "http", "jobs", "services", "store", "ports"],
  machines: ["schemas", "live", "ports", "config"],
  config: ["schemas"],
  commands: ["schemas", "App", "machines", "config", "demo", "services"],
  main: ["commands"],
  widgets: ["schemas"],
  playground: ["widgets", "schemas"]
}

/** Packages that only some rooms may know. */
const vendors: ReadonlyArray<readonly [package_: RegExp, rooms: ReadonlyArray<string>]> = [
  [/^(@modelcontextprotocol\/|zod)/, ["mcp", "playground"]],
  [/^(pg|redis|jose|oidc-provider|sales-tax|sharp|stripe|nodemailer|@electric-sql\/|@node-rs\/)/, ["live"]],
  [/^(react|react-dom|preact)/, ["widgets", "playground"]],
  [/^effect\/sql/, ["store", "live", "demo", "services", "commands"]],
  [/^effect\/http/, ["http", "mcp", "commands"]]
]

const roomOf = (path: string) => {
  const [top, second] = path.split("/")
  // A host of widgets, not one of them.
  if (top === "widgets" && second === "playground") return second
  return top === "src" ? second!.replace(/\.ts$/, "") : top!
}

const imports = (source: string) =>
  [...source.matchAll(/^(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"/gm)].map(([, name]) => name!)

const complaints: Array<string> = []
const graph = new Map<string, ReadonlyArray<string>>()

for (const path of globSync(["schemas/**/*.ts", "src/**/*.ts", "widgets/**/*.{ts,tsx}"], { cwd: root })) {
  const room = roomOf(path)
  const allowed = stairs[room]
  if (allowed === undefined) {
    complaints.push(`${path}: there is no room called ${room}`)
    continue
  }
  const inner: Array<string> = []
  for (const name of imports(readFileSync(join(root, path), "utf8"))) {
    if (name.startsWith(".")) {
      const target = relative(root, join(root, dirname(path), name))
      inner.push(target)
      const other = roomOf(target)
      if (other !== room && !allowed.includes(other)) complaints.push(`${path} may not import ${target}`)
    } else {
      for (const [vendor, rooms] of vendors) {
        if (vendor.test(name) && !rooms.includes(room)) complaints.push(`${path} may not know ${name}`)
      }
    }
    if (path.startsWith("src/mcp/tools/") && name.startsWith("@modelcontextprotocol/")) {
      complaints.push(`${path}: a tool knows defineTool only, not the MCP library`)
    }
    if (room === "domain" && (name.startsWith("node:") || name.startsWith("effect/"))) {
      complaints.push(`${path}: laws are pure; they do not know ${name}`)
    }
  }
  graph.set(path, inner)
}

const state = new Map<string, "open" | "done">()
const visit = (path: string, trail: ReadonlyArray<string>): void => {
  if (state.get(path) === "done") return
  if (state.get(path) === "open") {
    complaints.push(`a circle: ${[...trail.slice(trail.indexOf(path)), path].join(" > ")}`)
    return
  }
  state.set(path, "open")
  for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
  state.set(path, "done")
}
for (const path of graph.keys()) visit(path, [])

for (const complaint of complaints) console.error(complaint)
console.log(
  complaints.length === 0 ? `floors: ${graph.size} files, nothing climbs` : `floors: ${complaints.length} imports climb`
)
if (complaints.length > 0) process.exitCode = 1
