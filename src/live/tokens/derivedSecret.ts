import { hkdfSync } from "node:crypto"

/** A secret for one purpose, from the one secret of the marketplace; it tells nothing about that, nor about the others. */
export const derivedSecret = (secret: string, purpose: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "", purpose, 32)).toString("base64url")
