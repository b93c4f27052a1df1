/** Within quotes there is no way out of them. */
const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&").replace(/[^\x20-\x7e]/g, "?")}"`

/** The value of a WWW-Authenticate header: what kind of credential is missing, and where to get it. */
export const bearer = (parameters: Readonly<Record<string, string>>): string =>
  `Bearer ${Object.entries(parameters)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(", ")}`
