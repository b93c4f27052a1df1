import { createHash } from "node:crypto"
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import type { InlineConfig } from "vite"
import { type WidgetName, widgetUri } from "../schemas/widgets.ts"

/** What `.build/widgets/manifest.json` holds. A URI changes whenever its contents do, unless it is one that hosts know. */
export interface Manifest {
  readonly widgets: Record<string, BuiltWidget>
}

export interface BuiltWidget {
  /** What it was built from. */
  readonly sources: string
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
const playground = ".build/playground"
const playgroundManifest = at(`${playground}/manifest.json`)

type Sources = ReadonlyMap<string, { readonly digest: string; readonly folders: ReadonlyArray<string> }>

/** Every file that anything here is built from, with the folders of widgets/ that it takes something from. */
const readSources = (): Sources =>
  new Map(
    globSync(["widgets/**/*.*", "schemas/**/*.ts", "scripts/widgets.ts", "package-lock.json"], { cwd: root })
      .sort()
      .map((path) => {
        const contents = readFileSync(at(path))
        const taken = path.startsWith("widgets/") ? contents.toString().matchAll(/"(?:\.\.\/)+(\w+)\//g) : []
        const digest = createHash("sha256").update(contents).digest("hex")
        return [path, { digest, folders: [...taken].map(([, folder]) => folder!) }]
      })
  )

const isStates = (path: string) => path.endsWith("/states.ts")

const hashed = (sources: Sources, includes: (path: string) => boolean) => {
  const hash = createHash("sha256")
  for (const [path, { digest }] of sources)
    if (!path.startsWith("widgets/") || includes(path)) hash.update(`${path}\0${digest}`)
  return hash.digest("hex")
}

/** What a widget is built from: its folder, and those that it takes from; not the states that only the playground shows. */
const sourcesOf = (sources: Sources, name: string): string => {
  const folders = new Set([name])
  for (const folder of folders) {
    for (const [path, { folders: taken }] of sources)
      if (path.startsWith(`widgets/${folder}/`) && !isStates(path)) for (const each of taken) folders.add(each)
  }
  return hashed(sources, (path) => folders.has(path.split("/")[1]!) && !isStates(path))
}

const widgetNames = () =>
  globSync("widgets/*/index.html", { cwd: root })
    .sort()
    .map((page) => basename(dirname(page)))

const built = (): Manifest | undefined => {
  if (!existsSync(manifestPath)) return undefined
  const manifest: Manifest = JSON.parse(readFileSync(manifestPath, "utf8"))
  return Object.values(manifest.widgets).every(({ file }) => existsSync(at(`${out}/${file}`))) ? manifest : undefined
}

/** Whole or not at all: a server may be reading while this writes. */
const write = (folder: string, name: string, text: string | Uint8Array) => {
  const part = at(`${folder}/.${name}.${process.pid}`)
  writeFileSync(part, text)
  renameSync(part, at(`${folder}/${name}`))
}

const settings = {
  configFile: false,
  logLevel: "warn",
  mode: "production",
  // The same bytes whoever builds: a test runs with another NODE_ENV.
  define: { "process.env.NODE_ENV": '"production"' },
  oxc: { jsx: { runtime: "automatic", importSource: "react", development: false } },
  resolve: {
    alias: [
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
} satisfies InlineConfig

const filesOf = async (config: InlineConfig) => {
  const { build } = await import("vite")
  const output = await build(config)
  return [output].flat().flatMap((part) => ("output" in part ? part.output : []))
}

/** One self-contained file. `replaced` puts other modules in the place of some, for comparisons. */
export const bundle = async (
  name: string,
  replaced: ReadonlyArray<{ readonly find: RegExp; readonly replacement: string }> = []
): Promise<string> => {
  const { viteSingleFile } = await import("vite-plugin-singlefile")
  const resolve = { alias: [...replaced, ...settings.resolve.alias] }
  const files = await filesOf({ ...settings, resolve, root: at(`widgets/${name}`), plugins: [viteSingleFile()] })
  const html = files.find((file) => file.fileName === "index.html")
  if (files.length !== 1 || html?.type !== "asset") throw new Error(`The widget ${name} is not one self-contained file`)
  return String(html.source)
}

/** Keeps a build under its hash too: conversations hold on to the URIs of earlier builds. */
const kept = (name: string, html: string, sources: string): BuiltWidget => {
  const hash = createHash("sha256").update(html).digest("hex").slice(0, 12)
  write(out, `${name}.html`, html)
  write(out, `${name}.${hash}.html`, html)
  return {
    sources,
    file: `${name}.html`,
    hash,
    uri: widgetUri(name as WidgetName, hash),
    bytes: Buffer.byteLength(html),
    gzip: gzipSync(html).byteLength
  }
}

const buildPlayground = async (all: Sources) => {
  const sources = hashed(all, (path) => /^widgets\/(kit|playground)\//.test(path) || isStates(path))
  if (existsSync(playgroundManifest)) {
    const { script, sources: before, style } = JSON.parse(readFileSync(playgroundManifest, "utf8"))
    const there = [script, style].every(({ file }) => existsSync(at(`${playground}/${file}`)))
    if (before === sources && there) return
  }
  const files = await filesOf({
    ...settings,
    root: at("widgets/playground"),
    build: {
      ...settings.build,
      cssCodeSplit: false,
      rolldownOptions: {
        input: at("widgets/playground/main.tsx"),
        // A plain script is asked for without naming an origin, so that it runs by every name of this machine.
        output: { format: "iife", entryFileNames: "app.js", assetFileNames: "app.[ext]", codeSplitting: false }
      }
    }
  })
  mkdirSync(at(playground), { recursive: true })
  const named = files.map((file) => {
    const contents = file.type === "chunk" ? file.code : file.source
    write(playground, file.fileName, contents)
    return [file.fileName, createHash("sha256").update(contents).digest("hex").slice(0, 12)] as const
  })
  const [script, style] = ["app.js", "app.css"].map((file) => {
    const hash = named.find(([name]) => name === file)?.[1]
    if (hash === undefined || named.length !== 2) throw new Error("The playground is not one script and one stylesheet")
    return { file, hash }
  })
  write(playground, "manifest.json", `${JSON.stringify({ sources, script, style }, null, 2)}\n`)
}

/**
 * One HTML file for each folder of `widgets/` that has an `index.html`, and their list; then the playground that shows
 * them. What no source of has changed is not built again.
 */
export const buildWidgets = async (): Promise<void> => {
  const all = readSources()
  const names = widgetNames()
  const before = built()?.widgets ?? {}
  const sources = Object.fromEntries(names.map((name) => [name, sourcesOf(all, name)]))
  const stale = names.filter((name) => before[name]?.sources !== sources[name])
  if (stale.length > 0 || Object.keys(before).length !== names.length) {
    mkdirSync(at(out), { recursive: true })
    const widgets: Record<string, BuiltWidget> = {}
    for (const name of names) {
      const known = before[name]
      widgets[name] =
        known !== undefined && !stale.includes(name) ? known : kept(name, await bundle(name), sources[name]!)
    }
    write(out, "manifest.json", `${JSON.stringify({ widgets } satisfies Manifest, null, 2)}\n`)
  }
  await buildPlayground(all)
}

if (import.meta.main) {
  await buildWidgets()
  for (const [name, { bytes, gzip }] of Object.entries(built()?.widgets ?? {})) {
    console.log(`${name}: ${(bytes / 1024).toFixed(1)} KB, ${(gzip / 1024).toFixed(1)} KB gzip`)
  }
}
