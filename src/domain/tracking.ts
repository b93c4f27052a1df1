const pages: Record<string, (number: string) => string> = {
  usps: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  ups: (number) => `https://www.ups.com/track?tracknum=${number}`,
  fedex: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  dhl: (number) => `https://www.dhl.com/us-en/home/tracking.html?tracking-id=${number}`
}

/** Where those pages are. Shops may name others. */
export const carrierOrigins: ReadonlyArray<string> = Object.values(pages).map((page) => new URL(page("")).origin)

/** A carrier as it is kept: `USPS` and `U.S.P.S.` are one. */
export const carrierOf = (said: string): string => said.trim().toLowerCase().replaceAll(".", "")

/** Where a parcel can be followed; null for carriers we know no page of. */
export const trackingUrl = (carrier: string | null, number: string | null): string | null =>
  carrier === null || number === null ? null : (pages[carrierOf(carrier)]?.(encodeURIComponent(number)) ?? null)

/** Whether a text is a whole address of the web that may be shown as a link. */
export const isWeb = (url: string | null): url is string =>
  url !== null && /^https?:\/\//.test(url) && URL.canParse(url)
