import type { ListingFormAnswer as Answer } from "../../schemas/listingForm.ts"

/** What `open_listing_form` puts on the wire. */
export type ListingFormAnswer = typeof Answer.Encoded
export type Form = ListingFormAnswer["form"]
export type SoFar = Form["listing"]

export const listingFormAnswer = (content: unknown): ListingFormAnswer | undefined => {
  const { categories, listing, shop } = (content as Partial<ListingFormAnswer> | null | undefined)?.form ?? {}
  const whole = Array.isArray(categories) && typeof listing === "object" && typeof shop?.name === "string"
  return whole ? (content as ListingFormAnswer) : undefined
}

/** The address of a picture that was uploaded. */
export const uploaded = (content: unknown): string | undefined => {
  const url = (content as { readonly image?: { readonly url?: unknown } } | null | undefined)?.image?.url
  return typeof url === "string" ? url : undefined
}
