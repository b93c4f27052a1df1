/** What this dialect calls the fields of the current one. */
const fields: ReadonlyArray<readonly [theirs: string, ours: string]> = [
  ["$.fulfillment_details.address", "$.fulfillment_address"],
  ["$.fulfillment_details", "$.fulfillment_address"],
  ["$.selected_fulfillment_options", "$.fulfillment_option_id"]
]

/** A place in a session of the current release, as one of this. */
export const paramOf = (param: string): string => {
  const [theirs, ours] = fields.find(([theirs]) => param.startsWith(theirs)) ?? ["", ""]
  return `${ours}${param.slice(theirs.length)}`.replace(/\.unit_amount$/, "")
}
