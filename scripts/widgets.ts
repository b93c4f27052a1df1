import { createHash } from "node:crypto"
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { type WidgetName, widgetUri } from "../schemas/widgets.ts"

/** What `.build/widgets/manifest.json` holds. A URI changes whenever its contents do, unless it is one that hosts know. */
export interface Manifest {
  readonly sources: string
  readonly widgets: Record<string, BuiltWidget>
}

export interface BuiltWidget {
  readonly file: string
  readonly hash: string
  readonly uri: string
  readonly bytes: number
  readonly gzip: number
}

const root = fileURLToPath(new URL("..", import.meta.url))
const at = (path: string) => `${root}${path}`
const out = ".build/widgets"
const manifestPath = at(`${out}/manifest.json`)

const sourcesHash = () => {
  const hash = createHash("sha256")
  const patterns = ["widgets/**/*.*", "schemas/**/*.ts", "scripts/widgets.ts", "package-lock.json"]
  for (const path of globSync(patterns, { cwd: root }).sort()) hash.update(`${path}\0`).update(readFileSync(at(path)))
  return hash.digest("hex")
}

const built = (): Manifest | undefined => {
  if (!existsSync(manifestPath)) return undefined
  const manifest: Manifest = JSON.parse(readFileSync(manifestPath, "utf8"))
  return Object.values(manifest.widgets).every(({ file }) => existsSync(at(`${out}/${file}`))) ? manifest : undefined
}

/** Whole or not at all: a server may be reading while this writes. */
const write = (name: string, text: string) => {
  const part = at(`${out}/.${name}.${process.pid}`)
  writeFileSync(part, text)
  renameSync(part, at(`${out}/${name}`))
}

/** One self-contained file. `replaced` puts other modules in the place of some, for comparisons. */
export const bundle = async (
  name: string,
  replaced: ReadonlyArray<{ readonly find: RegExp; readonly replacement: string }> = []
): Promise<string> => {
  const { build } = await import("vite")
  const { viteSingleFile } = await import("vite-plugin-singlefile")
  const output = await build({
    root: at(`widgets/${name}`),
    configFile: false,
    logLevel: "warn",
    mode: "production",
    // The same bytes whoever builds: a test runs with another NODE_ENV.
    define: { "process.env.NODE_ENV": '"production"' },
    oxc: { jsx: { runtime: "automatic", importSource: "react", development: false } },
    plugins: [viteSingleFile()],
    resolve: {
      alias: [
        ...replaced,
        { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
        { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
        { find: /^react(-dom)?$/, replacement: "preact/compat" }
      ]
    },
    build: {
      write: false,
      target: "es2022",
      // Browsers that know light-dark(): rewritten for older ones it would not follow the host's theme.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      modulePreload: false,
      reportCompressedSize: false
    }
  })
  const files = [output].flat().flatMap((part) => ("output" in part ? part.output : []))
  const html = files.find((file) => file.fileName === "index.html")
  if (files.length !== 1 || html?.type !== "asset") throw new Error(`The widget ${name} is not one self-contained file`)
  return String(html.source)
}

/**
 * One HTML file for each folder of `widgets/` that has an `index.html`, and their list. Each is also kept under its
 * hash: conversations hold on to the URIs of earlier builds. Returns at once when no source has changed.
 */
export const buildWidgets = async (): Promise<void> => {
  const sources = sourcesHash()
  if (built()?.sources === sources) return
  mkdirSync(at(out), { recursive: true })
  const widgets: Record<string, BuiltWidget> = {}
  for (const page of globSync("widgets/*/index.html", { cwd: root }).sort()) {
    const name = basename(dirname(page))
    const html = await bundle(name)
    const hash = createHash("sha256").update(html).digest("hex").slice(0, 12)
    write(`${name}.html`, html)
    write(`${name}.${hash}.html`, html)
    widgets[name] = {
      file: `${name}.html`,
      hash,
      uri: widgetUri(name as WidgetName, hash),
      bytes: Buffer.byteLength(html),
      gzip: gzipSync(html).byteLength
    }
  }
  write("manifest.json", `${JSON.stringify({ sources, widgets } satisfies Manifest, null, 2)}\n`)
}

if (import.meta.main) {
  await buildWidgets()
  for (const [name, { bytes, gzip }] of Object.entries(built()?.widgets ?? {})) {
    console.log(`${name}: ${(bytes / 1024).toFixed(1)} KB, ${(gzip / 1024).toFixed(1)} KB gzip`)
  }
}
