import { Result, Schema } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { CancelRequest } from "../../schemas/acp/CancelRequest.ts"
import { CompleteRequest } from "../../schemas/acp/CompleteRequest.ts"
import { CreateRequest } from "../../schemas/acp/CreateRequest.ts"
import { UpdateRequest } from "../../schemas/acp/UpdateRequest.ts"
import { AuthenticationResult } from "../../schemas/session.ts"
import { type Agent, agent } from "./agent.ts"
import { discountExamples, examples, faults, mcpExamples, multiItem } from "./bundle.ts"
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

describe("the official examples against a running shop", () => {
  let world: World
  let one: Agent

  beforeAll(async () => {
    world = await makeWorld()
    one = agent(world)
  }, 60_000)
  afterAll(() => world.dispose())

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
      const { body: session, status } = await one.update(await ready(one), translated(body))
      expect([status, session.status]).toEqual([200, "ready_for_payment"])
      expect(session.selected_fulfillment_options[0].option_id).toBe("shp_kiln:expedited")
    })
  }

  for (const [name, , body] of requests("CheckoutSessionCompleteRequest")) {
    test(`complete: ${name}`, async () => {
      const id = await ready(one)
      const result = (body as any).authentication_result
      if (result !== undefined) await one.complete(id, payment("spt_test_3ds"))
      const { body: session, status } = await one.complete(id, translated(body))
      const denied = result?.outcome === "denied"
      expect([status, session.status]).toEqual([200, denied ? "ready_for_payment" : "completed"])
    })
  }

  for (const [name, , body] of requests("CancelSessionRequest")) {
    test(`cancel: ${name}`, async () => {
      const { body: session, status } = await one.cancel(await ready(one), translated(body))
      expect([status, session.status]).toEqual([200, "canceled"])
      expect(JSON.stringify(session)).not.toContain("price")
    })
  }
})
