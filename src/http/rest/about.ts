import { Context, Schema } from "effect"
import { OpenApi } from "effect/http-api"
import type { Scope } from "../../../schemas/access.ts"

/** What the caller's token must allow, by the endpoint's own declaration. None: guests may call. */
export const Scopes = Context.Reference<ReadonlyArray<Scope>>("craftlocal/http/rest/Scopes", {
  defaultValue: () => []
})

/** Which query parameters are lists. */
export const Lists = Context.Reference<ReadonlySet<string>>("craftlocal/http/rest/Lists", {
  defaultValue: () => new Set()
})

interface Property {
  readonly type?: string
}

/** The query parameters as JSON would say them: a number is a number, with its bounds and its description. */
const propertiesOf = (query: Schema.Top): Readonly<Record<string, Property>> => {
  const json = Schema.toStandardJSONSchemaV1(query as Schema.Codec<unknown>)["~standard"].jsonSchema.input({
    target: "draft-2020-12"
  })
  return (json.properties ?? {}) as Record<string, Property>
}

const hasMust = (requestBody: { readonly content: Record<string, { readonly schema: { required?: unknown } }> }) =>
  requestBody.content["application/json"]?.schema.required !== undefined

const parameter = (name: string, schema: Property) => ({ name, in: "query", required: false, schema })

/** What an endpoint is for, which permissions it needs, and its query where it has one: for people, the door and the document. */
export const about = (options: {
  readonly summary: string
  readonly description: string
  readonly scopes?: ReadonlyArray<Scope>
  readonly query?: Schema.Top
  /** Its input may stand in the query as well as in the body. */
  readonly bodyless?: Schema.Top
}): Context.Context<never> => {
  const { bodyless, description, scopes = [], summary } = options
  const query = options.query ?? bodyless
  const properties = query === undefined ? {} : propertiesOf(query)
  const lists = Object.keys(properties).filter((name) => properties[name]?.type === "array")
  return OpenApi.annotations({
    summary,
    description,
    transform: ({ parameters, requestBody, ...operation }) => ({
      ...operation,
      parameters: [
        ...parameters.filter((each: { readonly in: string }) => each.in !== "query"),
        ...Object.entries(properties).map(([name, schema]) => parameter(name, schema)),
        ...("query" in properties
          ? [parameter("q", { ...properties.query, description: "Same as query" } as Property)]
          : [])
      ],
      ...(requestBody && { requestBody: { ...requestBody, required: bodyless === undefined && hasMust(requestBody) } }),
      security: scopes.length > 0 ? [{ bearer: scopes }] : [{}, { bearer: [] }]
    })
  }).pipe(Context.add(Scopes, scopes), Context.add(Lists, new Set(lists)))
}
