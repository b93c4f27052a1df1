import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import sharp from "sharp"
import { expect } from "vitest"

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const pixels = async (image: Buffer) => sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })

/** How many of a hundred pixels differ plainly; all of them when the sizes differ. */
const difference = async (one: Buffer, other: Buffer): Promise<number> => {
  const [a, b] = await Promise.all([pixels(one), pixels(other)])
  if (a.info.width !== b.info.width || Math.abs(a.info.height - b.info.height) > 2) return 100
  const length = Math.min(a.data.length, b.data.length)
  let different = 0
  for (let pixel = 0; pixel < length; pixel += 3) {
    const off = (part: number) => Math.abs(a.data[pixel + part]! - b.data[pixel + part]!) > 40
    if (off(0) || off(1) || off(2)) different++
  }
  return (300 * different) / length
}

/** Compares with the picture that is kept; keeps it where there is none. To renew one, remove its file and run the test again. */
export const expectLooksAs = async (name: string, shot: Buffer) => {
  const path = at(`docs/screenshots/${name}.png`)
  if (!existsSync(path)) {
    expect(process.env.CI, `docs/screenshots/${name}.png is missing: run the test and commit it`).not.toBe("true")
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await sharp(shot).png({ palette: true, quality: 90, compressionLevel: 9 }).toBuffer())
  }
  const kept = readFileSync(path)
  const off = await difference(kept, shot)
  if (off > 1) {
    mkdirSync(at(".build/screenshots"), { recursive: true })
    writeFileSync(at(`.build/screenshots/${name}.png`), shot)
  }
  expect(
    off,
    `${name} looks otherwise; see .build/screenshots, or remove docs/screenshots/${name}.png to renew it`
  ).toBeLessThan(1)
}
