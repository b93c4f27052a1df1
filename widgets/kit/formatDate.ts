const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** A day (`2026-05-01`, meant as it stands) or a moment (RFC 3339), in the person's language; what is neither stays as it is. */
export const formatDate = (when: string, tag: string, withTime = false): string => {
  const at = new Date(when)
  if (Number.isNaN(at.getTime())) return when
  return new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    ...(withTime && { timeStyle: "short" }),
    ...(dayOnly.test(when) && { timeZone: "UTC" })
  }).format(at)
}
