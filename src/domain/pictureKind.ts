export type PictureKind = "jpeg" | "png" | "gif" | "webp" | "avif"

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** What a picture is by its first bytes, whatever its name and its type say; undefined for all else, such as SVG. */
export const pictureKind = (bytes: Uint8Array): PictureKind | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg"
  if (text(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png"
  if (text(bytes, 0, 6) === "GIF87a" || text(bytes, 0, 6) === "GIF89a") return "gif"
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP") return "webp"
  if (text(bytes, 4, 8) === "ftyp" && /^(avif|avis)/.test(text(bytes, 8, 12))) return "avif"
  return undefined
}
