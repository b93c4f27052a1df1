import { Effect } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { errorBody, Invalid, NotFound } from "../../../schemas/errors.ts"
import { Api } from "../Api.ts"
import { refused } from "./told.ts"

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
type Method = (typeof methods)[number]

/** Which methods each path of the contract knows. */
const known = () => {
  const paths = new Map<HttpRouter.PathInput, Set<Method>>()
  for (const { endpoints } of Object.values(Api.groups)) {
    for (const { method, path } of Object.values(endpoints)) {
      const set = paths.get(path as HttpRouter.PathInput) ?? new Set()
      paths.set(path as HttpRouter.PathInput, set.add(method as Method))
    }
  }
  return paths
}

const wrongMethod = (allow: string) =>
  HttpServerResponse.jsonUnsafe(errorBody(Invalid.of("", `this address answers ${allow} only`)), {
    status: 405,
    headers: { allow }
  })

const nowhere = refused(new NotFound({ what: "address" }))

/** What the contract does not know, in the same shape as every other error: a wrong method, and no such address. */
export const layerElsewhere = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    for (const [path, has] of known()) {
      const response = Effect.succeed(wrongMethod([...has].join(", ")))
      for (const method of methods) if (!has.has(method)) yield* router.add(method, path, response)
    }
    for (const method of methods) yield* router.add(method, "/api/*", Effect.succeed(nowhere))
  })
)
