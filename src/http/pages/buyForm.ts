import type { Listing } from "../../../schemas/listing.ts"
import { form, type Issues } from "../account/fields.ts"
import { money } from "./amounts.ts"
import { type Html, html } from "./html.ts"
import { keyField } from "./sending.ts"
import { wrong } from "./wrong.ts"

export interface Buying {
  readonly csrf: Html
  /** What was wrong with what was sent before, and what it said. */
  readonly issues: Issues
  readonly said: (name: string) => string
  readonly status?: number
}

const option =
  (chosen: string) =>
  ({ name, price, stock }: Listing["variants"][number]) => {
    const left = stock === 0 ? "sold out" : `${stock} available`
    return html`<option value="${name}"${name === chosen && html` selected`}${stock === 0 && html` disabled`}>${name}: ${money(price)}, ${left}</option>\n`
  }

const variantField = ({ variants }: Listing, { issues, said }: Buying) => {
  const first = variants.find(({ stock }) => stock > 0)?.name ?? ""
  const { about, told } = wrong("variant", issues)
  return html`<div><label for="variant">Choice</label>${told}
<select id="variant" name="variant"${about}>
${variants.map(option(said("variant") || first))}</select></div>
`
}

/** Opens a checkout of this listing; nothing is bought by it. */
export const buyForm = (listing: Listing, buying: Buying): Html => {
  const { about, told } = wrong("quantity", buying.issues)
  const most = Math.min(99, Math.max(listing.stock, ...listing.variants.map(({ stock }) => stock)))
  return form(
    `/l/${listing.id}`,
    buying.csrf,
    html`${keyField()}
<div class="row">${listing.variants.length > 0 && variantField(listing, buying)}<div><label for="quantity">Quantity</label>${told}
<input id="quantity" name="quantity" type="number" min="1" max="${most}" inputmode="numeric" required value="${buying.said("quantity") || 1}"${about}></div></div>
`,
    "Buy now"
  )
}
