/** A piece of a letter. */
export type Part =
  /** What it is all about, in a few words. */
  | { readonly _tag: "Heading"; readonly text: string }
  | { readonly _tag: "Words"; readonly text: string }
  /** Names and what they stand for. */
  | { readonly _tag: "Facts"; readonly facts: ReadonlyArray<readonly [name: string, value: string]> }
  /** What was bought, and what it adds up to; amounts as people read them. */
  | {
      readonly _tag: "Bill"
      readonly items: ReadonlyArray<{ readonly quantity: number; readonly name: string; readonly amount: string }>
      readonly sums: ReadonlyArray<readonly [name: string, amount: string]>
    }
  | { readonly _tag: "Link"; readonly label: string; readonly url: string }

/** A letter before it has a face: what it says, written once. Every text in it is one line. */
export interface Written {
  readonly subject: string
  readonly parts: ReadonlyArray<Part>
}

/** Where letters come from, and where their links lead. */
export interface Sender {
  readonly name: string
  readonly publicUrl: string
}
