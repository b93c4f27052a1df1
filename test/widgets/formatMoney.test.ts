import { expect, test } from "vitest"
import { formatMoney } from "../../widgets/kit/formatMoney.ts"

test("a price is shown in its currency", () => {
  expect(formatMoney(34.5, "usd")).toBe("$34.50")
  expect(formatMoney(1234, "USD")).toBe("$1,234.00")
  expect(formatMoney(20, "EUR")).toBe("€20.00")
})

test("a currency nobody knows is still a price", () => {
  expect(formatMoney(3, "??")).toBe("3.00 ??")
})
