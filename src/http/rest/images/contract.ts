import { Context } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { Forbidden, Invalid, KeyInFlight, KeyReused, RoleNeeded, Unauthorized } from "../../../../schemas/errors.ts"
import { ImageAnswer } from "../../../../schemas/image.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const file = { type: "string", contentMediaType: "application/octet-stream" }
const multipart = { type: "object", required: ["file"], properties: { file } }
const requestBody = {
  required: true,
  content: {
    "multipart/form-data": { schema: multipart },
    ...Object.fromEntries(["jpeg", "png", "webp", "gif", "avif"].map((kind) => [`image/${kind}`, { schema: file }]))
  }
}

/** The document of an endpoint that takes a picture, which no schema describes. */
const takesPicture = (context: Context.Context<never>) =>
  Context.add(context, OpenApi.Transform, (operation) => ({
    ...Context.getOrUndefined(context, OpenApi.Transform)?.(operation),
    requestBody
  }))

export const upload = HttpApiEndpoint.post("upload", "/api/v1/sellers/images", {
  headers: idempotent,
  success: ImageAnswer.annotate({ httpApiStatus: 201 }),
  error: refusals(Forbidden, Invalid, KeyInFlight, KeyReused, RoleNeeded, Unauthorized, TooLarge, WrongType)
}).annotateMerge(
  takesPicture(
    about({
      summary: "Upload a picture",
      description:
        "By the maker of a shop. As multipart/form-data with one `file`, or as the picture itself: JPEG, PNG, WebP, GIF (its first picture) or AVIF, at most 10 MB and 40 million pixels. It is kept as WebP, at most 1600 pixels long, without metadata. What no listing shows for a day is removed.",
      scopes: ["listings.write"]
    })
  )
)

export class Images extends HttpApiGroup.make("images")
  .add(upload)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "Pictures of what is sold" })) {}
