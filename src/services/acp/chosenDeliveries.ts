import { Effect, Schema } from "effect"
import { itemIdOf } from "../../../schemas/acp/itemId.ts"
import type { AskedLine } from "../../../schemas/acp/items.ts"
import { type AskedOption, askedOptions, type Selections } from "../../../schemas/acp/selections.ts"
import type { UpdateRequest } from "../../../schemas/acp/UpdateRequest.ts"
import { type Line, Method } from "../../../schemas/checkout.ts"
import type { Changes } from "../Checkout.ts"
import { type Problem, wrong } from "./Problem.ts"
import { readOptionId } from "./session/optionsOf.ts"

type Choice = Pick<Changes, "method" | "deliveries">

const isMethod = Schema.is(Method)

/** Lines go by their own id or by that of their item, as the examples of the protocol have it. */
const stray = (itemId: string, shopId: string, lines: ReadonlyArray<Line>, asked: ReadonlyArray<AskedLine>) => {
  const line = lines.find((each) => each.id === itemId || itemIdOf(each) === itemId)
  return line === undefined ? !asked.some((each) => each.itemId === itemId) : line.shopId !== shopId
}

/** One option for everything, as the first release has it: a method for every shop, or one for each. */
const chosenForAll = (id: string): Effect.Effect<Choice, Problem> => {
  if (isMethod(id)) return Effect.succeed({ method: id })
  const each = id.split("+").map(readOptionId)
  return each.every(({ method, shopId }) => shopId !== "" && isMethod(method))
    ? Effect.succeed({ deliveries: Object.fromEntries(each.map(({ method, shopId }) => [shopId, method as Method])) })
    : Effect.fail(wrong(400, "invalid", "Choose the id of one of the fulfillment_options.", "$.fulfillment_option_id"))
}

/** What each shop was asked to do; an option counts for all that its shop sends. */
const chosenForEach = (
  selections: typeof Selections.Type,
  lines: ReadonlyArray<Line>,
  asked: ReadonlyArray<AskedLine>
): Effect.Effect<Choice, Problem> => {
  const deliveries = new Map<string, Method>()
  const problems: Array<Problem> = []
  const choose = ({ itemIds, optionId }: AskedOption, index: number) => {
    const { method, shopId } = readOptionId(optionId)
    const param = `$.selected_fulfillment_options[${index}]`
    if (shopId === "" || !isMethod(method)) {
      problems.push(wrong(400, "invalid", "Choose the id of one of the fulfillment_options.", `${param}.option_id`))
    } else if (itemIds.some((id) => stray(id, shopId, lines, asked))) {
      problems.push(wrong(400, "invalid", "An option counts for the lines of its own shop.", `${param}.item_ids`))
    } else if ((deliveries.get(shopId) ?? method) !== method) {
      problems.push(wrong(400, "invalid", "Choose one option for each shop.", `${param}.option_id`))
    } else {
      deliveries.set(shopId, method)
    }
  }
  askedOptions(selections).forEach(choose)
  return problems.length === 0
    ? Effect.succeed({ deliveries: Object.fromEntries(deliveries) })
    : Effect.fail(problems[0]!)
}

/** The delivery that a request chooses; `[]` clears the choice like null does. */
export const chosenDeliveries = (
  {
    fulfillment_option_id: forAll,
    selected_fulfillment_options: each
  }: Pick<UpdateRequest, "fulfillment_option_id" | "selected_fulfillment_options">,
  lines: ReadonlyArray<Line>,
  asked: ReadonlyArray<AskedLine>
): Effect.Effect<Choice, Problem> => {
  if (each && each.length > 0) return chosenForEach(each, lines, asked)
  if (forAll) return chosenForAll(forAll)
  return Effect.succeed(each === undefined && forAll === undefined ? {} : { deliveries: null })
}
