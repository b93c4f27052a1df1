/** A path of ours as the outside world reaches it. What is a whole address already stays as it is. */
export const absolute = (publicUrl: string, path: string): string =>
  path.startsWith("/") ? `${publicUrl.replace(/\/$/, "")}${path}` : path

/** The page of a listing. */
export const listingUrl = (publicUrl: string, id: string): string => absolute(publicUrl, `/l/${id}`)
