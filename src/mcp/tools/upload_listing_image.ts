import { Effect, Schema } from "effect"
import { Invalid } from "../../../schemas/errors.ts"
import { ImageAnswer } from "../../../schemas/image.ts"
import { line } from "../../../schemas/text.ts"
import { Uploads } from "../../services/Uploads.ts"
import { defineTool } from "../Tool.ts"

/** In characters of base64: with what stands around it, it fits the largest body of a request. */
const largestData = 1_000_000

/** What is wrong with the picture is told of the field that brings it. */
const ofData = ({ issues }: Invalid) => new Invalid({ issues: issues.map((issue) => ({ ...issue, path: "data" })) })

export const uploadListingImage = defineTool(
  {
    name: "upload_listing_image",
    toolset: "seller",
    title: "Upload a picture",
    description:
      "Use this when the listing form uploads a picture of the maker's: it answers an address for the images of a listing. Models name pictures by https addresses in create_listing instead.",
    input: {
      data: Schema.String.check(
        Schema.isMinLength(4),
        Schema.isMaxLength(largestData),
        Schema.isPattern(/^[A-Za-z0-9+/]*={0,2}$/, { message: "Expected base64" })
      ).annotate({ description: "JPEG, PNG, WebP, GIF or AVIF in base64, about 750 kB" }),
      filename: Schema.optionalKey(line({ maximum: 255, description: "Not kept" }))
    },
    output: ImageAnswer,
    does: "creates",
    saga: true,
    scopes: ["listings.write"],
    widgetMayCall: true,
    appOnly: true,
    says: ["Uploading the picture", "Uploaded the picture"],
    subject: ({ image }) => image.id,
    tell: ({ image: { height, url, width } }) => `The picture, ${width} x ${height}, is at ${url}`
  },
  ({ data }, record) =>
    Effect.flatMap(Uploads, ({ take }) =>
      Effect.catchTag(take(Buffer.from(data, "base64"), record), "Invalid", (refused) => Effect.fail(ofData(refused)))
    )
)
