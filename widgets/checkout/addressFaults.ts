/** What is typed into the form. */
export interface Typed {
  readonly email: string
  readonly name: string
  readonly line1: string
  readonly line2: string
  readonly city: string
  readonly state: string
  readonly zip: string
}
export type FieldName = keyof Typed

/** What is wrong with a field, as the name of its sentence. */
export type Fault = "emailWrong" | "needed" | "zipWrong"

const isEmail = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/

/** What the form can see by itself. The server looks closer, such as whether a ZIP code is in its state. */
export const addressFaults = (typed: Typed, needsAddress: boolean): Partial<Record<FieldName, Fault>> => {
  const faults: Partial<Record<FieldName, Fault>> = {}
  if (!isEmail.test(typed.email.trim())) faults.email = typed.email.trim() === "" ? "needed" : "emailWrong"
  if (!needsAddress) return faults
  for (const field of ["line1", "city", "state"] as const) if (typed[field].trim() === "") faults[field] = "needed"
  if (!/^\d{5}(-\d{4})?$/.test(typed.zip.trim())) faults.zip = typed.zip.trim() === "" ? "needed" : "zipWrong"
  return faults
}

/** Faults that the server found, by field. */
export const serverFaults = (details: Readonly<Record<string, unknown>>): Partial<Record<FieldName, string>> => {
  const issues = Array.isArray(details.issues) ? details.issues : []
  return Object.fromEntries(
    issues.flatMap(({ message, path }: { readonly message?: unknown; readonly path?: unknown }) =>
      typeof path === "string" && typeof message === "string" ? [[path.split(".").at(-1)!, message]] : []
    )
  )
}
