import type { ReactNode } from "react"

/** What happened, for whoever hears the page. */
export const Spoken = ({ children }: { readonly children: ReactNode }) => (
  <p className="heard-only" role="status">
    {children}
  </p>
)
