import { Result, Schema } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { AuthenticationResult } from "../../schemas/acp/AuthenticationResult.ts"
import { CancelRequest } from "../../schemas/acp/CancelRequest.ts"
import { CompleteRequest } from "../../schemas/acp/CompleteRequest.ts"
import { CreateRequest } from "../../schemas/acp/CreateRequest.ts"
import { UpdateRequest } from "../../schemas/acp/UpdateRequest.ts"
import { type Agent, agent } from "./agent.ts"
import { discountExamples, examples, faults, legacyExamples, mcpExamples, multiItem, sessionFaults } from "./bundle.ts"
import { versions } from "./dialects.ts"
import { payment, ready } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

const schemas = {
  CheckoutSessionCreateRequest: CreateRequest,
  CheckoutSessionUpdateRequest: UpdateRequest,
  CheckoutSessionCompleteRequest: CompleteRequest,
  CancelSessionRequest: CancelRequest,
  AuthenticationResult
} as const
type Definition = keyof typeof schemas

const of: ReadonlyArray<readonly [string, Definition, unknown]> = [
  ...Object.entries(examples).flatMap(([name, body]): ReadonlyArray<readonly [string, Definition, unknown]> => {
    const definition: Definition | undefined = name.startsWith("authentication_result")
      ? "AuthenticationResult"
      : name.startsWith("create_checkout_session_request")
        ? "CheckoutSessionCreateRequest"
        : name.startsWith("update_checkout_session_request")
          ? "CheckoutSessionUpdateRequest"
          : name.startsWith("cancel_checkout_session_request")
            ? "CancelSessionRequest"
            : /^complete_.*request/.test(name)
              ? "CheckoutSessionCompleteRequest"
              : undefined
    return definition === undefined ? [] : [[name, definition, body]]
  }),
  ["multi_item", "CheckoutSessionCreateRequest", multiItem.create_multi_item_checkout_request],
  ...Object.entries(discountExamples).map(
    ([name, { request }]) => [`discount: ${name}`, "CheckoutSessionCreateRequest", request] as const
  ),
  ...(["create", "update", "complete", "cancel"] as const).map((verb) => {
    const { payload } = mcpExamples[`${verb}_checkout_session_request`].params.arguments
    const definition = {
      create: "CheckoutSessionCreateRequest",
      update: "CheckoutSessionUpdateRequest",
      complete: "CheckoutSessionCompleteRequest",
      cancel: "CancelSessionRequest"
    } as const
    return [`mcp: ${verb}`, definition[verb], payload] as const
  })
]

const isValid = ([, definition, body]: (typeof of)[number]) => faults(definition, body).length === 0

const decodes = ([, definition, body]: (typeof of)[number]) =>
  Result.isSuccess(Schema.decodeUnknownResult(schemas[definition] as Schema.Codec<unknown>)(body))

describe("the official request examples of 2026-04-17", () => {
  test("there are as many as we think", () => {
    expect(of.filter(isValid)).toHaveLength(14)
    expect(of).toHaveLength(23)
  })

  for (const example of of.filter(isValid)) {
    test(`valid upstream, and understood: ${example[0]}`, () => expect(decodes(example)).toBe(true))
  }

  // Why: quantities and the lack of capabilities (discount, multi_item), the option nested by its type and the token
  // without a credential (mcp), partial details of a failed authentication.
  test("those that are not valid upstream are understood all the same", () => {
    const invalid = of.filter((example) => !isValid(example))
    expect(invalid.map(([name]) => name)).toEqual([
      "authentication_result_denied_example",
      "multi_item",
      "discount: automatic-discount",
      "discount: order-level-discount",
      "discount: percentage-discount-with-allocations",
      "discount: rejected-discount-code",
      "discount: stacked-discounts",
      "mcp: update",
      "mcp: complete"
    ])
    expect(invalid.filter((example) => !decodes(example))).toEqual([])
  })

  test("our own validator is awake", () => {
    expect(decodes(["", "CheckoutSessionCreateRequest", {}])).toBe(false)
    expect(faults("CheckoutSession", {})).not.toEqual([])
  })
})

describe("the official response examples", () => {
  test("of the first release are right by its own schema, but for the order that it has no place for", () => {
    const responses = Object.entries(legacyExamples).filter(([name]) => name.endsWith("_session_response"))
    expect(responses).toHaveLength(5)
    for (const [name, body] of responses) {
      const completed = body.status === "completed"
      expect([name, sessionFaults(body, "2025-09-29").length > 0]).toEqual([name, completed])
      expect(sessionFaults({ ...body, status: "canceled" }, "2025-09-29")).toEqual([])
    }
  })

  test("of the current release are right by its own schema", () => {
    const right = Object.entries(examples).filter(
      ([name, body]) => /session_response/.test(name) && sessionFaults(body, "2026-04-17").length === 0
    )
    expect(right.map(([name]) => name)).toEqual(
      ["create", "update", "complete", "get", "cancel"].map((verb) => `${verb}_checkout_session_response`)
    )
  })
})

const ours: ReadonlyArray<readonly [RegExp, string]> = [
  [/item_(?:123|shirt|laptop|3ds_001)/g, "lst_mug"],
  [/item_(?:456|pants|mouse)/g, "lst_plate"],
  [/fulfillment_option_456/g, "shp_kiln:expedited"],
  [/\b(?:spt|tok|vt)_(?=\w)/g, "spt_test_"],
  [/SAVE10|SUMMER20/g, "WELCOME10"],
  [/EXPIRED50/g, "EXPIRED5"],
  [/LOYALTY5/g, "FIVE"]
]

/** The example with the ids of our shop. */
const translated = (body: unknown) =>
  JSON.parse(ours.reduce((text, [theirs, name]) => text.replaceAll(theirs, name), JSON.stringify(body)))

const requests = (definition: Definition) => of.filter(([, each]) => each === definition)

describe.each(versions)("the official examples of 2026-04-17 against a running shop that answers %s", (version) => {
  let world: World
  let one: Agent
  let asking: Agent

  beforeAll(async () => {
    world = await makeWorld()
    asking = agent(world)
    one = agent(world, "acp_test_one", version)
  }, 60_000)
  afterAll(() => world.dispose())

  for (const [name, , body] of requests("CheckoutSessionCreateRequest")) {
    test(`create: ${name}`, async () => {
      const created = await one.create(translated(body))
      expect(created.status).toBe(201)
      const said = (body as any).fulfillment_details !== undefined
      expect(created.body.status).toBe(said ? "ready_for_payment" : "not_ready_for_payment")
    })
  }

  for (const [name, , body] of requests("CheckoutSessionUpdateRequest")) {
    test(`update: ${name}`, async () => {
      const { body: session, status } = await one.update(await ready(asking), translated(body))
      expect([status, session.status]).toEqual([200, "ready_for_payment"])
      expect(session.fulfillment_option_id ?? session.selected_fulfillment_options[0].option_id).toMatch(/expedited$/)
    })
  }

  for (const [name, , body] of requests("CheckoutSessionCompleteRequest")) {
    test(`complete: ${name}`, async () => {
      const id = await ready(asking)
      const result = (body as any).authentication_result
      if (result !== undefined) await one.complete(id, payment("spt_test_3ds"))
      const { body: session, status } = await one.complete(id, translated(body))
      const denied = result?.outcome === "denied"
      expect([status, session.status]).toEqual([200, denied ? "ready_for_payment" : "completed"])
    })
  }

  for (const [name, , body] of requests("CancelSessionRequest")) {
    test(`cancel: ${name}`, async () => {
      const { body: session, status } = await one.cancel(await ready(asking), translated(body))
      expect([status, session.status]).toEqual([200, "canceled"])
      expect(JSON.stringify(session)).not.toContain("price")
    })
  }
})

describe.each(["2025-09-29", "2025-09-12"] as const)("the official examples of the first release as %s", (version) => {
  let world: World
  let one: Agent

  beforeAll(async () => {
    world = await makeWorld()
    one = agent(world, "acp_test_one", version)
  }, 60_000)
  afterAll(() => world.dispose())

  const example = (name: string) => {
    const body = legacyExamples[`${name}_checkout_session_request`]
    const definition = `CheckoutSession${name.charAt(0).toUpperCase()}${name.slice(1)}Request`
    expect(faults(definition, body, "2025-09-29")).toEqual([])
    return translated(body)
  }

  test("create, with whole pieces; two and a half are refused, for shops sell pieces", async () => {
    const request = example("create")
    const refused = await one.create(request)
    expect([refused.status, refused.body.param]).toEqual([400, "$.items[0].quantity"])
    const made = await one.create({ ...request, items: [{ ...request.items[0], quantity: 2 }] })
    expect([made.status, made.body.status]).toEqual([201, "not_ready_for_payment"])
    expect(made.body.fulfillment_address).toEqual({
      name: "John Doe",
      line_one: "1234 Chat Road,",
      city: "San Francisco",
      state: "CA",
      country: "US",
      postal_code: "94131"
    })
    expect(made.body.fulfillment_option_id).toBe("standard")
  })

  test("create, update, complete, and once more to cancel", async () => {
    const { items, ...request } = example("create")
    const { id } = (await one.create({ ...request, items: [{ ...items[0], quantity: 2 }] })).body
    const moved = await one.update(id, example("update"))
    expect([moved.status, moved.body.fulfillment_option_id]).toEqual([200, "expedited"])
    // The example says the buyer with the payment; an e-mail changes no total.
    const paid = await one.complete(id, example("complete"))
    expect([paid.status, paid.body.status]).toEqual([200, "completed"])
    expect(paid.body.buyer).toEqual({
      first_name: "John",
      last_name: "Smith",
      email: "johnsmith@mail.com",
      phone_number: "15552003434"
    })
    const other = (await one.create({ ...request, items: [{ ...items[0], quantity: 1 }] })).body
    expect((await one.cancel(other.id)).body.status).toBe("canceled")
  })
})
