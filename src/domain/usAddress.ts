import type { Address } from "../../schemas/address.ts"
import type { Issue } from "../../schemas/errors.ts"
import { usStates } from "../../schemas/usStates.ts"
import { zipMayBeIn } from "./zipStates.ts"

const codeOf = (state: string): string | undefined => {
  const given = state.trim().toLowerCase()
  return Object.keys(usStates).find((code) => code.toLowerCase() === given || usStates[code]!.toLowerCase() === given)
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
      issues.push({ path: "zip", message: `${address.zip} is not a ZIP code of ${usStates[state]}` })
  }
  return issues.length > 0 ? issues : { ...address, country, state: state! }
}
