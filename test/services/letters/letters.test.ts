import { assert, describe, it } from "@effect/vitest"
import { cents } from "../../../schemas/money.ts"
import type { Order, OrderEventType } from "../../../schemas/order.ts"
import { asHtml } from "../../../src/services/letters/asHtml.ts"
import { asText } from "../../../src/services/letters/asText.ts"
import { changed } from "../../../src/services/letters/changed.ts"
import { confirmation } from "../../../src/services/letters/confirmation.ts"
import { sold, takenBack } from "../../../src/services/letters/sold.ts"
import type { Written } from "../../../src/services/letters/Written.ts"
import { happened, placed } from "../../domain/placedOrder.ts"

const sender = { name: "CraftLocal", publicUrl: "https://craft.test" }

/** The letter about the last thing that happened. */
const news = (over: Partial<Order>, ...types: ReadonlyArray<OrderEventType>) => {
  const order = placed({ ...over, events: over.events ?? happened(...types) })
  return changed(order, order.events.at(-1)!, sender)
}

const text = (written: Written | undefined) => asText(written!)

describe("letters to the buyer", () => {
  it("confirm what was bought, what it cost, where it goes and when", () => {
    const letter = confirmation(placed({ pickupNotes: "Ring twice" }), sender)
    assert.strictEqual(letter.subject, "CraftLocal: your order CL-7F3K-20 at Clay & Kiln")
    assert.strictEqual(
      asText(letter),
      `Thank you, Ada Buyer.

Clay & Kiln in Chicago has your order.

Order: CL-7F3K-20
Confirmation number: CL-7F3K-20

  2 x Blue Mug (Large)  $56.00
  Standard shipping  $5.00
  Tax  $6.10
  Total  $67.10

Delivery: Standard shipping
To: Ada Buyer, 2 Elm St, Austin, TX 78701
Expected by: November 28, 2026
Your note to the shop: Ring twice

See the order:
https://craft.test/orders/ord_1
`
    )
  })

  it("say who carries a parcel and where to follow it", () => {
    const shipped = { status: "shipped", carrier: "ups", trackingNumber: "1Z999" } as const
    const letter = news({ ...shipped, trackingUrl: "https://www.ups.com/track?tracknum=1Z999" }, "shipped")!
    assert.strictEqual(letter.subject, "CraftLocal: your order CL-7F3K-20 is on its way")
    assert.include(asText(letter), "Carrier: UPS\nTracking number: 1Z999\n")
    assert.include(asText(letter), "Track the parcel:\nhttps://www.ups.com/track?tracknum=1Z999\n")
    const hostile = news({ ...shipped, trackingUrl: "javascript:alert(1)" }, "shipped")!
    assert.notInclude(asHtml(hostile), "javascript:")
  })

  it("have words for everything that can happen", () => {
    const says = (over: Partial<Order>, type: OrderEventType) => news(over, type)?.subject.split("CL-7F3K-20 ")[1]
    const shipped = { status: "shipped" } as const
    assert.deepStrictEqual(
      [
        says({ status: "processing" }, "processing"),
        says({ status: "ready_for_pickup", method: "pickup" }, "ready_for_pickup"),
        says(shipped, "in_transit"),
        says(shipped, "out_for_delivery"),
        says(shipped, "failed_attempt"),
        says(shipped, "returned_to_sender"),
        says({ status: "delivered" }, "delivered"),
        says({ status: "cancelled" }, "canceled")
      ],
      [
        "is being made",
        "is ready for pickup",
        "travels",
        "arrives today",
        "could not be handed over",
        "goes back to the shop",
        "has arrived",
        "was canceled"
      ]
    )
  })

  it("are not written about what lies behind, or about the payment itself", () => {
    assert.isUndefined(news({ status: "delivered" }, "shipped", "delivered", "in_transit"))
    assert.isUndefined(news({ status: "cancelled" }, "processing"))
    assert.isUndefined(news({}))
  })

  it("say what happens to the money of a canceled order", () => {
    assert.include(text(news({ status: "cancelled" }, "canceled")), "$67.10 goes back the way you paid.")
    const [confirmed, event] = happened("refunded")
    const after = { ...happened("canceled")[1]!, id: "evt_2" }
    const events = [confirmed!, { ...event!, amount: cents(6710) }, after]
    assert.include(text(news({ status: "cancelled", events })), "Nothing is left to go back to you.")
  })

  it("say how much was given back, and whether that is all of it", () => {
    const refunds = (...amounts: ReadonlyArray<number>) =>
      happened(...amounts.map(() => "refunded" as const)).map((event, index) => ({
        ...event,
        amount: index === 0 ? null : cents(amounts[index - 1]!)
      }))
    const partly = news({ status: "delivered", events: refunds(1000) })!
    assert.strictEqual(partly.subject, "CraftLocal: your order CL-7F3K-20 was partly refunded")
    assert.include(asText(partly), "$10.00 goes back the way you paid.")
    assert.include(asText(partly), "Given back: $10.00, a part of it")
    const wholly = news({ status: "cancelled", events: refunds(1000, 5710) })!
    assert.strictEqual(wholly.subject, "CraftLocal: your order CL-7F3K-20 was refunded")
    assert.include(asText(wholly), "$57.10 goes back the way you paid.")
    assert.include(asText(wholly), "Given back: $67.10, all of it")
  })
})

describe("letters to the shop", () => {
  it("say what was sold, to whom, and where it goes", () => {
    const letter = sold(placed(), sender)
    assert.strictEqual(letter.subject, "CraftLocal: you sold $67.10, order CL-7F3K-20")
    for (const line of [
      "2 x Blue Mug (Large)",
      "Send to: Ada Buyer, 2 Elm St, Austin, TX 78701",
      "ada@craftlocal.test"
    ])
      assert.include(asText(letter), line)
    assert.notInclude(asText(letter), "Phone")
  })

  it("say that the buyer took an order back, and why", () => {
    const letter = takenBack(placed({ status: "cancelled" }), "Found another", sender)
    assert.strictEqual(letter.subject, "CraftLocal: order CL-7F3K-20 was canceled")
    assert.include(asText(letter), "Why: Found another\n")
    assert.include(asText(letter), "Do not make or send it.")
  })
})

describe("every letter", () => {
  const nasty = `<script>alert("x")</script>\r\nBcc: all@example.com'&`
  const order = placed({
    buyer: { name: nasty, email: "ada@craftlocal.test", phone: nasty },
    shop: { ...placed().shop, name: nasty },
    number: nasty,
    pickupNotes: nasty,
    carrier: nasty,
    status: "shipped",
    lines: [{ ...placed().lines[0]!, title: nasty, variant: nasty }],
    events: happened("shipped").map((event) => ({ ...event, note: nasty, location: nasty }))
  })
  const letters = [
    confirmation(order, sender),
    sold(order, sender),
    takenBack(order, nasty, sender),
    changed(order, order.events[1]!, sender)!
  ]

  it("is text and not markup, whatever people are called", () => {
    for (const letter of letters) {
      const html = asHtml(letter)
      assert.notInclude(html, "<script")
      assert.include(html, "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; Bcc: all@example.com&#39;&amp;")
    }
  })

  it("has a subject of one line, and no line that somebody else began", () => {
    for (const letter of letters) {
      assert.notMatch(letter.subject, /[\r\n]/)
      assert.notMatch(asText(letter), /^Bcc:/m)
    }
  })

  it("says the same as text and as a page, which fetches nothing and is fit for the dark", () => {
    for (const letter of [
      confirmation(placed(), sender),
      sold(placed(), sender),
      news({ status: "shipped" }, "shipped")!
    ]) {
      const page = asHtml(letter)
      const shown = page
        .replace(/<title>.*<\/title>/, "")
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/&amp;/g, "&")
      for (const word of asText(letter)
        .replaceAll(/https?:\S+/g, "")
        .split(/[\s:]+/)) {
        assert.include(shown, word === "x" ? "×" : word)
      }
      assert.notMatch(page, /<img|<link|<script|@import|url\(/)
      assert.include(page, `<meta name="color-scheme" content="light dark">`)
      assert.match(page, /<html lang="en">/)
      assert.notMatch(page, /background|[^-]color:/)
    }
  })
})
