import { randomBytes } from "node:crypto"
import { Context } from "effect"

/** What the forms of our pages are signed with. Unless it is given, every process makes its own. */
export class FormSecret extends Context.Reference<string>("craftlocal/ports/FormSecret", {
  defaultValue: () => randomBytes(32).toString("base64url")
}) {}
