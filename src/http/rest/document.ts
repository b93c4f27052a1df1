type Json = Readonly<Record<string, any>>

const replayed = {
  description: "true: this is the first answer told again; nothing was done",
  schema: { type: "string", enum: ["true"] }
}
const retryAfter = { description: "Seconds until it is worth trying again", schema: { type: "integer", minimum: 0 } }

const headed = (response: Json, headers: Json): Json => ({ ...response, headers: { ...response.headers, ...headers } })

/** An operation with the headers that HTTP names beside the contract. */
const operation = (given: Json): Json => {
  const key = given.parameters.find((each: Json) => each.name === "idempotency-key")
  const responses = Object.entries(given.responses as Json).map(([status, response]) => {
    if (status === "429" || status === "503") return [status, headed(response, { "Retry-After": retryAfter })]
    const isSuccess = key !== undefined && status.startsWith("2")
    return [status, isSuccess ? headed(response, { "Idempotent-Replayed": replayed }) : response]
  })
  return {
    ...given,
    parameters: given.parameters.map((each: Json) => (each === key ? { ...key, name: "Idempotency-Key" } : each)),
    responses: Object.fromEntries(responses)
  }
}

/** Names as people know them: one error body for every status, and no word about how values are encoded. */
const named = (document: Json): Json =>
  JSON.parse(JSON.stringify(document).replaceAll(/"((?:#\/components\/schemas\/)?[A-Z]\w*?)(?:Encoded|_\d+)"/g, '"$1"'))

const bearer = {
  type: "http",
  scheme: "bearer",
  description: "An access token from /oauth/token. Browsing and guest checkout need none."
}

/** The OpenAPI document of the contract, finished for its readers. */
export const document = (given: Json): Json => {
  const { components, paths, ...rest } = named(given)
  const { description: _, ...ErrorBody } = components.schemas.ErrorBody
  const finished = Object.entries(paths as Json).map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations as Json).map(([method, each]) => [method, operation(each)]))
  ])
  return {
    ...rest,
    paths: Object.fromEntries(finished),
    components: { ...components, schemas: { ...components.schemas, ErrorBody }, securitySchemes: { bearer } }
  }
}
