import { fileURLToPath } from "node:url"
import { build } from "vite"

const bundle = async (): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: "warn",
    root: fileURLToPath(new URL(".", import.meta.url)),
    build: {
      write: false,
      minify: false,
      reportCompressedSize: false,
      lib: { entry: fileURLToPath(new URL("hostPage.ts", import.meta.url)), formats: ["iife"], name: "hostPage" }
    }
  })
  const chunks = [output].flat().flatMap((part) => ("output" in part ? part.output : []))
  const code = chunks.flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : []))
  return `<!doctype html><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { display: block; border: 0; width: 100% }</style>
<body><script>${code.join("\n").replaceAll("</script", "<\\/script")}</script></body>`
}

let made: Promise<string> | undefined

/** The host page as one HTML document, bundled once for a test run. */
export const bundledHostPage = (): Promise<string> => {
  made ??= bundle()
  return made
}
