import { type Field, field } from "../../account/fields.ts"
import { type Html, html } from "../html.ts"
import { idOf } from "../problems.ts"
import { type Desk, issuesAt, valueAt } from "./Desk.ts"
import { stepForm } from "./stepForm.ts"

type Named = Omit<Field, "value"> & { readonly known?: string | null | undefined }

const contact = ({ session: { email, isOwn, name, onFile } }: Desk): ReadonlyArray<Named> => [
  {
    name: "email",
    label: "E-mail",
    type: "email",
    autocomplete: "email",
    known: email,
    waived: onFile.email,
    hint: onFile.email && !isOwn ? "Leave this empty to keep it." : "The confirmation of your order goes there."
  },
  { name: "name", label: "Your name", autocomplete: "name", known: name, waived: true, maxlength: 120 }
]

const address = ({ session: { shippingAddress: its } }: Desk): ReadonlyArray<Named> =>
  [
    {
      name: "line1",
      label: "Street and number",
      autocomplete: "shipping address-line1",
      known: its?.line1,
      maxlength: 120
    },
    {
      name: "line2",
      label: "Apartment, floor, building",
      autocomplete: "shipping address-line2",
      known: its?.line2,
      optional: true,
      maxlength: 120
    },
    { name: "city", label: "City", autocomplete: "shipping address-level2", known: its?.city, maxlength: 80 },
    {
      name: "state",
      label: "State",
      autocomplete: "shipping address-level1",
      hint: "Such as IL",
      known: its?.state,
      maxlength: 40
    },
    { name: "zip", label: "ZIP code", autocomplete: "shipping postal-code", known: its?.zip, maxlength: 16 }
  ].map((each) => ({ ...each, name: `shipping_address.${each.name}`, waived: true }))

/** Every field of this form, by its name. */
export const addressNames = ["line1", "line2", "city", "state", "zip"] as const

const isSent = ({ session: { deliveries } }: Desk) =>
  deliveries.some(({ options }) => options.some(({ method }) => method !== "pickup"))

const addressHint = ({ session: { isOwn, onFile } }: Desk) =>
  onFile.place !== null && !isOwn
    ? "Leave these fields empty to keep the address."
    : "Within the United States. Not needed if you pick everything up."

/** What is known already, as far as whoever looks may know it. */
const known = ({ session: { email, isOwn, onFile, shippingAddress } }: Desk) => {
  const place = isOwn && shippingAddress ? `${shippingAddress.line1}, ${onFile.place}` : onFile.place
  return html`${onFile.email && html`<p>${isOwn ? `The confirmation goes to ${email}.` : "An e-mail address is on file."}</p>\n`}${
    place !== null && html`<p>${isOwn ? `It goes to ${place}.` : `An address is on file (${place}).`}</p>\n`
  }`
}

/** Who buys and where it goes. What was said before is told to its owner only. */
export const detailsPart = (desk: Desk): Html => {
  const issues = issuesAt(desk, "details")
  const shown = ({ known, ...each }: Named) =>
    field({ ...each, value: valueAt(desk, "details", each.name, known ?? "") }, issues, idOf(each.name))
  const isDone = desk.session.onFile.email && (desk.session.onFile.place !== null || !isSent(desk))
  const fields = stepForm(
    desk,
    "details",
    html`${contact(desk).map(shown)}${
      isSent(desk) &&
      html`<fieldset id="shipping_address"><legend>Delivery address</legend>
<p class="soft">${addressHint(desk)}</p>
${address(desk).map(shown)}</fieldset>
`
    }`,
    "Save and go on"
  )
  return html`<h2 id="details">Who buys, and where it goes</h2>
${known(desk)}${isDone ? html`<details${issues.length > 0 && html` open`}><summary>Change who buys or where it goes</summary>\n${fields}</details>\n` : fields}`
}
