/** What stands before the @: as mail servers everywhere take it, and without letters that look like others. */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/** What is written and seen by nobody, or turns what stands beside it around: controls, marks of direction, zero widths. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** A domain as it is asked for: other scripts in their ASCII form, so that none can pass for another. */
const asciiDomain = (given: string): string | undefined => {
  if (/^[\x21-\x7e]*$/.test(given)) return given
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(given)) return undefined
  const url = URL.parse(`http://${given}/`)
  return url === null ? undefined : url.hostname
}

/**
 * An e-mail address as it is kept and compared: one spelling for each mailbox. Nothing for what is not one, or what is
 * written to look like another.
 */
export const normalEmail = (given: string): string | undefined => {
  if (given.length > 1000 || unseen.test(given.trim())) return undefined
  const parts = given.trim().normalize("NFKC").toLowerCase().split("@")
  const [name = "", host = ""] = parts
  if (parts.length !== 2 || name.length > 64 || !local.test(name)) return undefined
  const ascii = asciiDomain(host)
  if (ascii === undefined || !domain.test(ascii)) return undefined
  const email = `${name}@${ascii}`
  return email.length > 254 ? undefined : email
}

/** Whether two were written for one mailbox. What is empty is nobody's. */
export const sameMailbox = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((each) => normalEmail(each) ?? each.trim().toLowerCase())
  return a !== "" && a === b
}
