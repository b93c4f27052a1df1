/** Stars as people say them. */
export const rated = (rating: number, reviews: number): string =>
  `rated ${rating.toFixed(1)} of 5 by ${reviews} ${reviews === 1 ? "buyer" : "buyers"}`
