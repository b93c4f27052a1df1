import { type Issues, problems } from "../account/fields.ts"
import type { Html } from "./html.ts"

/** Ids stand in addresses and stylesheets, where a dot means something. */
export const idOf = (path: string): string => path.replaceAll(".", "-")

export const issuesProblems = (issues: Issues): Html => problems(issues, idOf)
