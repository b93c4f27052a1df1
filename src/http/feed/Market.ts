/** Whose feed it is. */
export interface Market {
  readonly name: string
  /** Without a slash at the end. */
  readonly publicUrl: string
}
