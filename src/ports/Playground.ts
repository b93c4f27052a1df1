import { Context } from "effect"

/** A file as it was built, also compressed. The hash names its contents. */
export interface BuiltFile {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly gzip: Uint8Array
}

/** The playground as it was built: one script and one stylesheet. Undefined without a build. */
export class Playground extends Context.Reference<
  { readonly script: BuiltFile; readonly style: BuiltFile } | undefined
>("craftlocal/ports/Playground", { defaultValue: () => undefined }) {}
