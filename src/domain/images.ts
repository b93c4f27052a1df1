/** In bytes, of a picture as it is brought; what we make of it is much smaller. */
export const largestImage = 10 * 1024 * 1024
/** Of a picture once it is unpacked: width times height. */
export const mostPixels = 40_000_000
/** In pixels, of the longer side of a picture as we keep it. */
export const longestSide = 1600
/** What one account may keep. */
export const imageQuota = { count: 500, bytes: 200 * 1024 * 1024 } as const
/** Pictures of one listing. */
export const mostImages = 10

export const imagePath = (id: string): string => `/images/${id}.webp`

/** The id in the path of a picture we keep; undefined for every other path. */
export const imageIdOf = (path: string): string | undefined => /^\/images\/([0-9a-f]{64})\.webp$/.exec(path)?.[1]

/** The path of an address of ours, given as a path or with our host before it; undefined for the world's. */
export const ownPath = (publicUrl: string, url: string): string | undefined => {
  const path = url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url
  return /^\/images\/[A-Za-z0-9_-]{1,64}(\/[A-Za-z0-9_-]{1,64})?\.(svg|webp)$/.test(path) ? path : undefined
}
