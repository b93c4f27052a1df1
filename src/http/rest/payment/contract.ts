import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { about } from "../about.ts"
import { Door } from "../Door.ts"

const Provider = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  test: Schema.Boolean.annotate({ description: "true: no real money moves" }),
  methods: Schema.Array(Schema.String).annotate({ description: "What a payment_token may stand for" })
}).annotate({ identifier: "PaymentProvider" })

const providers = HttpApiEndpoint.get("providers", "/api/v1/payment/providers", {
  success: Schema.Struct({ providers: Schema.Array(Provider) })
}).annotateMerge(about({ summary: "List payment providers", description: "Who takes the money, and how." }))

export class Payment extends HttpApiGroup.make("payment")
  .add(providers)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "How to pay" })) {}
