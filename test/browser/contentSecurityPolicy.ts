/** What a resource declares as `_meta.ui.csp`. */
export interface DeclaredCsp {
  readonly resourceDomains?: ReadonlyArray<string>
  readonly connectDomains?: ReadonlyArray<string>
}

const sources = (domains: ReadonlyArray<string> | undefined, also: string) =>
  [also, ...(domains ?? [])].join(" ").trim()

/** The header a strict host makes of the declaration: what is not declared is refused. */
export const contentSecurityPolicy = ({ resourceDomains, connectDomains }: DeclaredCsp): string =>
  [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    `img-src ${sources(resourceDomains, "data:")}`,
    `font-src ${resourceDomains?.length ? sources(resourceDomains, "") : "'none'"}`,
    `connect-src ${connectDomains?.length ? sources(connectDomains, "") : "'none'"}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ")
