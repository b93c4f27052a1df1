const LONGEST_SIDE = 1600
/** In characters of base64. */
const MOST = 700_000
const SMALLER = 0.75

/** An address of data, and the data alone. */
export interface Shrunk {
  readonly src: string
  readonly data: string
}

const drawn = (picture: ImageBitmap, scale: number): HTMLCanvasElement => {
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const brush = canvas.getContext("2d")!
  // What was see-through would become black in a JPEG.
  brush.fillStyle = "white"
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** A picture as small as it may travel in a message; fails for what is no picture to this browser. */
export const shrink = async (file: Blob): Promise<Shrunk> => {
  const picture = await createImageBitmap(file)
  try {
    let scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    for (;;) {
      const canvas = drawn(picture, scale)
      for (const quality of [0.85, 0.7, 0.55]) {
        const src = canvas.toDataURL("image/jpeg", quality)
        const data = src.slice(src.indexOf(",") + 1)
        if (data.length < MOST) return { src, data }
      }
      scale *= SMALLER
    }
  } finally {
    picture.close()
  }
}
