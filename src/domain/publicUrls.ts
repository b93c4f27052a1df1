/** A path of ours as the outside world reaches it. What is a whole address already stays as it is. */
export const absolute = (publicUrl: string, path: string): string =>
  path.startsWith("/") ? `${publicUrl.replace(/\/$/, "")}${path}` : path

/** The other way round: an address of ours as it is stored. What is elsewhere stays as it is. */
export const stored = (publicUrl: string, url: string): string => {
  const ours = `${publicUrl.replace(/\/$/, "")}/`
  return url.startsWith(ours) ? url.slice(ours.length - 1) : url
}

/** The page of a listing. */
export const listingUrl = (publicUrl: string, id: string): string => absolute(publicUrl, `/l/${id}`)

/** The page of a shop. */
export const shopUrl = (publicUrl: string, id: string): string => absolute(publicUrl, `/shops/${id}`)

/** The page of an order. */
export const orderUrl = (publicUrl: string, id: string): string => absolute(publicUrl, `/orders/${id}`)

/** The page of an order's invoice. */
export const invoiceUrl = (publicUrl: string, id: string): string => `${orderUrl(publicUrl, id)}/invoice`
