/** A statement as our own store writes it, with its parameters. */
export interface Statement {
  readonly text: string
  readonly values: ReadonlyArray<unknown>
}

export interface Category {
  readonly slug: string
  readonly name: string
  readonly listings: number
}

/** What every contender is given: the same database, the same statements, the same words to say. */
export interface Plan {
  readonly databaseUrl: string
  readonly poolMax: number
  readonly publicUrl: string
  /** By the words of the search; "" is browsing. */
  readonly statements: Readonly<Record<string, Statement>>
  readonly categories: ReadonlyArray<Category>
  readonly categoriesText: string
}

/** Of a contender in a process of its own: waits for the plan, and tells where it listens. */
export const contend = async (open: (plan: Plan) => Promise<number>) => {
  const plan = await new Promise<Plan>((resolve) => process.once("message", (plan) => resolve(plan as Plan)))
  process.once("disconnect", () => process.exit(0))
  process.send!({ port: await open(plan) })
}
