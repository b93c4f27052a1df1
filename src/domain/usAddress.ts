import type { Address } from "../../schemas/address.ts"
import type { Issue } from "../../schemas/errors.ts"
import { zipMayBeIn } from "./zipStates.ts"

/** USPS codes of the states and of what is delivered to like one. */
const states: Record<string, string> = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming"
}

const codeOf = (state: string): string | undefined => {
  const given = state.trim().toLowerCase()
  return Object.keys(states).find((code) => code.toLowerCase() === given || states[code]!.toLowerCase() === given)
}

/** The address as a carrier reads it, or what is wrong with it, field by field. */
export const readAddress = (address: Address): Address | ReadonlyArray<Issue> => {
  const country = address.country.toUpperCase()
  const state = codeOf(address.state)
  const issues: Array<Issue> = []
  if (country !== "US")
    issues.push({ path: "country", message: "shops deliver within the United States only; send US" })
  else {
    if (state === undefined)
      issues.push({ path: "state", message: `${address.state} is not a state of the US; send a code such as IL` })
    if (!/^\d{5}(-\d{4})?$/.test(address.zip))
      issues.push({ path: "zip", message: "send five digits, such as 60601, or ZIP+4" })
    else if (state !== undefined && !zipMayBeIn(state, address.zip))
      issues.push({ path: "zip", message: `${address.zip} is not a ZIP code of ${states[state]}` })
  }
  return issues.length > 0 ? issues : { ...address, country, state: state! }
}
