import { Schema } from "effect"
import { wire } from "./wire.ts"

/** A picture that was uploaded, as it is kept. */
export const Image = wire({
  id: Schema.String,
  url: Schema.String.annotate({ description: "For the images of a listing" }),
  width: Schema.Int,
  height: Schema.Int,
  bytes: Schema.Int
}).annotate({ identifier: "Image" })

export const ImageAnswer = Schema.Struct({ image: Image })
export type ImageAnswer = typeof ImageAnswer.Type
