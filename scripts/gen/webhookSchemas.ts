import { Schema } from "effect"
import { Heard } from "../../schemas/webhooks/heard.ts"
import { OrderReports } from "../../schemas/webhooks/orderReport.ts"
import { StockReports } from "../../schemas/webhooks/stockReport.ts"

type Json = Readonly<Record<string, any>>

const definitionsOf = (schema: Schema.Top): Json =>
  Schema.toStandardJSONSchemaV1(schema as Schema.Codec<unknown>)["~standard"].jsonSchema.input({
    target: "draft-2020-12"
  }).$defs as Json

const definitions: Json = Object.assign({}, ...[OrderReports, StockReports, Heard].map(definitionsOf))

/** What is sent to `/webhooks/orders` and `/webhooks/inventory`, and how it is answered, by the names of our schemas. */
export const webhookSchemas = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Webhooks of CraftLocal",
  $defs: JSON.parse(JSON.stringify(definitions).replaceAll(/"((?:#\/\$defs\/)?[A-Z]\w*?)Encoded"/g, '"$1"')) as Json
}
