import { Schema } from "effect"
import { missing, optional } from "./optional.ts"

const choice = { option_id: optional(Schema.String), item_ids: optional(Schema.Array(Schema.String)) }

const nested = ["shipping", "pickup", "local_delivery", "digital"] as const

/** Flat, `{type, option_id, item_ids}`, or nested by type, `{type, shipping: {option_id, item_ids}}`. */
const Selection = Schema.Struct({
  ...choice,
  shipping: optional(Schema.Struct(choice)),
  pickup: optional(Schema.Struct(choice)),
  local_delivery: optional(Schema.Struct(choice)),
  digital: optional(Schema.Struct(choice))
}).check(Schema.makeFilter((selection) => optionOf(selection).option_id !== undefined || missing("option_id")))

interface Choice {
  readonly option_id?: string | null
  readonly item_ids?: ReadonlyArray<string> | null
}

const optionOf = (selection: Choice & { readonly [K in (typeof nested)[number]]?: Choice | null }) => {
  const inner = nested.map((type) => selection[type]).find((choice) => choice?.option_id)
  return {
    option_id: selection.option_id ?? inner?.option_id ?? undefined,
    item_ids: selection.item_ids ?? inner?.item_ids
  }
}

export const Selections = Schema.Array(Selection).check(Schema.isMaxLength(50))

/** The first release chooses one option for everything. */
export const choices = {
  selected_fulfillment_options: optional(Selections),
  fulfillment_option_id: optional(Schema.String.check(Schema.isMaxLength(4000)))
}

/** An option that was chosen, and the lines or items it was chosen for. */
export interface AskedOption {
  readonly optionId: string
  readonly itemIds: ReadonlyArray<string>
}

export const askedOptions = (selections: typeof Selections.Type): ReadonlyArray<AskedOption> =>
  selections.map((selection) => {
    const { item_ids, option_id } = optionOf(selection)
    return { optionId: option_id ?? "", itemIds: item_ids ?? [] }
  })
