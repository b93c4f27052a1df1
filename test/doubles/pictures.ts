import sharp from "sharp"

/** A picture of one color, and a red corner by which one sees how it lies. */
export const drawn = (width = 60, height = 40, color = "#2040a0") =>
  sharp({ create: { width, height, channels: 3, background: color } }).composite([
    {
      input: {
        create: { width: Math.ceil(width / 4), height: Math.ceil(height / 4), channels: 3, background: "#ff0000" }
      },
      gravity: "northwest"
    }
  ])

/** A picture that a phone took lying on its side, with where and by whom in its metadata. */
export const fromPhone = () =>
  drawn()
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: "Secret Person" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .toBuffer()

/** A PNG that says how large it is, and holds next to nothing. */
export const claiming = async (width: number, height: number) => {
  const { crc32 } = await import("node:zlib")
  const png = await drawn(1, 1).png().toBuffer()
  const header = Buffer.from(png)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29)
  return header
}
