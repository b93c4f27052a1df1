/** How to keep a thing, as the description says it and as the shop answers when asked. */
export interface Care {
  readonly says: string
  readonly answer: string
}

/** Choices that a kind of thing comes in; each price difference in cents. */
export interface Choices {
  readonly names: ReadonlyArray<string>
  readonly deltas: ReadonlyArray<number>
}

/** One kind of thing that a craft makes. Prices in dollars, weights in ounces. */
export interface Kind {
  readonly name: string
  readonly titles: ReadonlyArray<string>
  readonly price: readonly [number, number]
  readonly weight: readonly [number, number]
  readonly sizes: ReadonlyArray<string>
  /** Which of the sizes a title comes in, by their places; one that is not named here comes in all. */
  readonly fits?: Readonly<Record<string, ReadonlyArray<number>>>
  readonly uses: ReadonlyArray<string>
  readonly tags: ReadonlyArray<string>
  readonly made?: ReadonlyArray<string>
  readonly care?: ReadonlyArray<Care>
  readonly materials?: ReadonlyArray<string>
  readonly choices?: Choices
  /** How many of them there are for one of the others. */
  readonly share?: number
}

/** A glaze, wood, stone, scent or motif, in the words of its maker. */
export interface Finish {
  readonly name: string
  readonly says: string
  readonly tags?: ReadonlyArray<string>
  readonly materials?: ReadonlyArray<string>
}

/** Everything that can be said about one category of handmade goods. */
export interface Craft {
  readonly slug: string
  readonly name: string
  readonly kinds: ReadonlyArray<Kind>
  readonly finishes: ReadonlyArray<Finish>
  readonly made: ReadonlyArray<string>
  readonly care: ReadonlyArray<Care>
  readonly voice: ReadonlyArray<string>
  readonly materials: ReadonlyArray<string>
  readonly tags: ReadonlyArray<string>
  readonly praise: ReadonlyArray<string>
  readonly grumbles: ReadonlyArray<string>
  readonly careQuestions: ReadonlyArray<string>
  readonly questions: ReadonlyArray<readonly [question: string, answer: string]>
  /** Days from order to parcel, at least and at most. */
  readonly lead: readonly [number, number]
  /** Flat shipping in dollars, at least and at most. */
  readonly shipping: readonly [number, number]
}
