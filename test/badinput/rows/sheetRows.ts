import { as, leavesOut, says, saysAll, tool } from "../ask.ts"
import type { Market } from "../market.ts"
import { invalid, notFound, type Row, rowsOf, told } from "../Row.ts"
import { broken, control, endless, nul, strangeIds, wrongIds, wrongQuantities } from "./values.ts"
import { wrongTypes } from "./wrongTypes.ts"

const wrong = told(invalid)
const unknown = told(notFound)

const sheet = async ({ ready }: Market) =>
  tool("complete_checkout", {
    checkout_session_id: await ready(),
    buyer: { name: "Ada Byron", email: "ada@example.com", phone_number: "15551234567" },
    payment_data: { token: "spt_test_ok", provider: "stripe", billing_address: { postal_code: "60601" } }
  })

const session = ({ plain, varied, variant }: Market) =>
  tool("checkout_session", {
    checkout_session: {
      items: [
        { id: plain, quantity: 1, offerId: "o", name: "Mug", images: [] },
        { id: `${varied}:${variant}`, quantity: 1 }
      ]
    }
  })

const paymentRows = [
  ...Object.entries(strangeIds).flatMap(([name, id]) =>
    rowsOf("the sheet", sheet, [name, says("checkout_session_id", id), unknown])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) =>
    rowsOf("the sheet", sheet, [name, says("checkout_session_id", id), wrong])
  ),
  ...wrongTypes("the sheet", sheet, [200, "VALIDATION_ERROR"], {
    buyer: "object",
    payment_data: "object",
    "payment_data.token": "text"
  }),
  ...rowsOf(
    "the sheet",
    sheet,
    ["nothing said", saysAll({}), wrong],
    ["no session", leavesOut("checkout_session_id"), wrong],
    ["no payment", leavesOut("payment_data"), wrong],
    ["a payment without a token", leavesOut("payment_data.token"), wrong],
    ["an empty token", says("payment_data.token", ""), wrong],
    ["a token of ten thousand characters", says("payment_data.token", endless), wrong],
    ["a provider that is a number", says("payment_data.provider", 7), wrong],
    ["an e-mail that is none", says("buyer.email", "ada"), wrong],
    ["a name with control characters", says("buyer.name", control), wrong],
    ["a name with a NUL", says("buyer.name", nul), wrong],
    ["a name with half a letter", says("buyer.name", broken), wrong],
    ["a first name of ten thousand characters", says("buyer.first_name", endless), wrong],
    ["a phone number of ten thousand characters", says("buyer.phone_number", endless), wrong],
    ["a canceled checkout", async (ask, m) => says("checkout_session_id", await m.canceled())(ask), [200, "CONFLICT"]],
    [
      "an expired checkout",
      async (ask, m) => says("checkout_session_id", await m.expired())(ask),
      [200, "SESSION_EXPIRED"]
    ],
    [
      "a checkout that is not ready",
      async (ask, m) => says("checkout_session_id", await m.checkout())(ask),
      wrong,
      ["checkouts"]
    ],
    ["an account's checkout", async (ask, m) => says("checkout_session_id", await m.ready(m.buyer))(ask), unknown],
    [
      "another account's checkout",
      async (ask, m) => as(m.other, says("checkout_session_id", await m.ready(m.buyer))(ask)),
      unknown
    ]
  )
]

const items = "checkout_session.items"
const sessionRows = [
  ...Object.entries(strangeIds).flatMap(([name, id]) =>
    rowsOf("checkout_session", session, [name, says(`${items}.0.id`, id), unknown])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) =>
    rowsOf("checkout_session", session, [name, says(`${items}.0.id`, id), wrong])
  ),
  ...Object.entries(wrongQuantities)
    .filter(([, quantity]) => quantity !== null && quantity !== Number.POSITIVE_INFINITY)
    .flatMap(([name, quantity]) =>
      rowsOf("checkout_session", session, [name, says(`${items}.0.quantity`, quantity), wrong])
    ),
  ...rowsOf(
    "checkout_session",
    session,
    ["nothing said", saysAll({}), wrong],
    ["no items", says("checkout_session", {}), wrong],
    ["an empty list of items", says(items, []), wrong],
    ["items that are a text", says(items, "lst_a"), wrong],
    ["an item that is a text", says(`${items}.0`, "lst_a"), wrong],
    ["51 items", says(items, Array(51).fill({ id: "lst_a", quantity: 1 })), wrong],
    ["a variant that is none", (ask, m) => says(`${items}.1.id`, `${m.varied}:as large as a house`)(ask), wrong],
    ["a draft", (ask, m) => says(`${items}.0.id`, m.draft)(ask), unknown]
  )
]

/** What a host's payment sheet may get wrong. */
export const sheetRows: ReadonlyArray<Row> = [...paymentRows, ...sessionRows]
