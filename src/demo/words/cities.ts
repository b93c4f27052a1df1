/** Where the shops are, with the sales tax of the state. */
export const cities = [
  { slug: "chicago", name: "Chicago", state: "IL", tax: 0.0625 },
  { slug: "portland", name: "Portland", state: "OR", tax: 0 },
  { slug: "austin", name: "Austin", state: "TX", tax: 0.0625 },
  { slug: "asheville", name: "Asheville", state: "NC", tax: 0.0475 },
  { slug: "santa-fe", name: "Santa Fe", state: "NM", tax: 0.04875 },
  { slug: "savannah", name: "Savannah", state: "GA", tax: 0.04 },
  { slug: "minneapolis", name: "Minneapolis", state: "MN", tax: 0.06875 },
  { slug: "philadelphia", name: "Philadelphia", state: "PA", tax: 0.06 },
  { slug: "seattle", name: "Seattle", state: "WA", tax: 0.065 },
  { slug: "providence", name: "Providence", state: "RI", tax: 0.07 },
  { slug: "brooklyn", name: "Brooklyn", state: "NY", tax: 0.04 },
  { slug: "oakland", name: "Oakland", state: "CA", tax: 0.0725 }
] as const

/** Where buyers live. */
export const homes = [
  { line1: "2147 W Augusta Blvd", city: "Chicago", state: "IL", zip: "60622" },
  { line1: "4410 N Ravenswood Ave", city: "Chicago", state: "IL", zip: "60640" },
  { line1: "3318 SE Salmon St", city: "Portland", state: "OR", zip: "97214" },
  { line1: "1809 Haskell St", city: "Austin", state: "TX", zip: "78702" },
  { line1: "52 Montford Ave", city: "Asheville", state: "NC", zip: "28801" },
  { line1: "614 Camino del Monte Sol", city: "Santa Fe", state: "NM", zip: "87505" },
  { line1: "211 E 38th St", city: "Savannah", state: "GA", zip: "31401" },
  { line1: "3025 Garfield Ave", city: "Minneapolis", state: "MN", zip: "55408" },
  { line1: "1736 S 8th St", city: "Philadelphia", state: "PA", zip: "19148" },
  { line1: "5509 17th Ave NW", city: "Seattle", state: "WA", zip: "98107" },
  { line1: "88 Ives St", city: "Providence", state: "RI", zip: "02906" },
  { line1: "407 Sackett St", city: "Brooklyn", state: "NY", zip: "11231" },
  { line1: "5826 Ayala Ave", city: "Oakland", state: "CA", zip: "94609" },
  { line1: "129 Mesa Rd", city: "Boulder", state: "CO", zip: "80302" },
  { line1: "2301 Dexter Ave", city: "Ann Arbor", state: "MI", zip: "48103" },
  { line1: "740 Jackson St", city: "Madison", state: "WI", zip: "53704" }
] as const

/** State sales taxes that the demo orders were taxed with. */
export const taxes: Readonly<Record<string, number>> = {
  ...Object.fromEntries(cities.map(({ state, tax }) => [state, tax])),
  CO: 0.029,
  MI: 0.06,
  WI: 0.05
}
