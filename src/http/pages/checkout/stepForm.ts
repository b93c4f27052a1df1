import { form } from "../../account/fields.ts"
import { type Html, html } from "../html.ts"
import { keyField } from "../sending.ts"
import { type Desk, pathOf, type Step } from "./Desk.ts"

/** A form of the page, which is heard once however often it is sent. */
export const stepForm = ({ csrf, session }: Desk, step: Step, fields: Html, submit: string, quiet = true): Html =>
  form(pathOf(session.id, step), csrf, html`${keyField()}\n${fields}`, submit, quiet)
