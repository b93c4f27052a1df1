import { type Schema, SchemaAST, String } from "effect"
import type { Issue } from "./errors/request.ts"

interface Asked {
  readonly question: string
  /** Other fields in which the same may be said. */
  readonly or: ReadonlyArray<string>
}

/** Annotates a field that must be there, whatever its schema says of that: what to ask a person who left it out. */
export const asks = (question: string, ...or: ReadonlyArray<string>) => ({ asks: { question, or } satisfies Asked })

const isSaid = (given: unknown, names: ReadonlyArray<string>) =>
  names.some((name) => typeof given === "object" && given !== null && Object.hasOwn(given, name))

/** A question for each such field of a struct that a request leaves out, by its name on the wire. */
export const questionsFor = (schema: Schema.Top, given: unknown): ReadonlyArray<Issue> => {
  const fields = SchemaAST.isObjects(schema.ast) ? schema.ast.propertySignatures : []
  return fields.flatMap(({ name, type }): ReadonlyArray<Issue> => {
    const asked = SchemaAST.resolve(type)?.asks as Asked | undefined
    const path = String.camelToSnake(name.toString())
    if (asked === undefined || isSaid(given, [path, ...asked.or])) return []
    return [{ path, message: "is missing", question: asked.question }]
  })
}

/** What is wrong, and every question that is open, each field once. */
export const withQuestions = (issues: ReadonlyArray<Issue>, questions: ReadonlyArray<Issue>): ReadonlyArray<Issue> => [
  ...issues.map((issue) => ({ ...issue, ...pick(questions.find(({ path }) => path === issue.path)) })),
  ...questions.filter(({ path }) => !issues.some((issue) => issue.path === path))
]

const pick = (asked: Issue | undefined) => (asked?.question === undefined ? {} : { question: asked.question })
