/** An address of ours by its path, so that a page may show it under whichever name it was opened. */
export const local = (url: string, publicUrl: string): string =>
  url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url
