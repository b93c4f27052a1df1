import { useRef, useState } from "react"
import { usStates } from "../../schemas/usStates.ts"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { onEnter } from "../kit/onEnter.ts"
import { Select } from "../kit/Select.tsx"
import { useWords } from "../kit/useWords.ts"
import { addressFaults, type FieldName, serverFaults, type Typed } from "./addressFaults.ts"
import type { Session } from "./read.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

interface Props {
  readonly checkout: CheckoutActs
  readonly needsAddress: boolean
  readonly saved: () => void
  readonly cancel: (() => void) | undefined
}

const known = ({ email, shipping_address: address }: Session): Typed => ({
  email: email ?? "",
  name: address?.name ?? "",
  line1: address?.line1 ?? "",
  line2: address?.line2 ?? "",
  city: address?.city ?? "",
  state: address?.state ?? "",
  zip: address?.zip ?? ""
})

const changesOf = ({ email, ...address }: Typed, needsAddress: boolean) => {
  const said = Object.entries(address).flatMap(([field, text]) => (text.trim() === "" ? [] : [[field, text.trim()]]))
  return { email: email.trim(), ...(needsAddress && { shipping_address: Object.fromEntries(said) }) }
}

const states = [
  { value: "", label: "" },
  ...Object.entries(usStates).map(([value, name]) => ({ value, label: `${name} (${value})` }))
]

/** Who buys and where it goes. What is wrong is told beside each field, by us at once and by the server when it is saved. */
export const AddressForm = ({ cancel, checkout: { act, revise, shown }, needsAddress, saved }: Props) => {
  const t = useWords(words)
  const form = useRef<HTMLFormElement>(null)
  const [typed, type] = useState(() => known(shown.session))
  const [tried, setTried] = useState(false)
  const faults = addressFaults(typed, needsAddress)
  const theirs = act.failure?.code === "VALIDATION_ERROR" ? serverFaults(act.failure.details) : {}

  const wrong = (field: FieldName) => {
    const fault = tried ? faults[field] : undefined
    return fault === undefined ? theirs[field] : t(fault)
  }
  const field = (name: FieldName) => ({
    label: t(name),
    name,
    value: typed[name],
    wrong: wrong(name),
    onInput: (value: string) => {
      act.forget()
      type({ ...typed, [name]: value })
    }
  })

  const save = async () => {
    setTried(true)
    const ended = Object.keys(faults).length === 0 && (await revise?.("address", changesOf(typed, needsAddress)))
    if (ended) return saved()
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus())
  }

  return (
    <form className="form" noValidate onKeyDown={onEnter(save)} ref={form}>
      <h3>{t(needsAddress ? "whereTo" : "contact")}</h3>
      <Field autoComplete="email" inputMode="email" kind="email" maxLength={254} required {...field("email")} />
      {needsAddress ? (
        <>
          <Field autoComplete="name" maxLength={120} {...field("name")} />
          <Field autoComplete="address-line1" maxLength={120} required {...field("line1")} />
          <Field autoComplete="address-line2" maxLength={120} {...field("line2")} />
          <div className="places">
            <Field autoComplete="address-level2" maxLength={80} required {...field("city")} />
            <Select
              autoComplete="address-level1"
              label={t("state")}
              onChoose={(state) => {
                act.forget()
                type({ ...typed, state })
              }}
              options={states}
              value={typed.state}
              wrong={wrong("state")}
            />
            <Field autoComplete="postal-code" inputMode="numeric" maxLength={10} required {...field("zip")} />
          </div>
        </>
      ) : null}
      <div className="row">
        <Button busy={act.doing === "address"} kind="primary" onPress={save}>
          {act.doing === "address" ? t("saving") : t("continue")}
        </Button>
        {cancel === undefined ? null : <Button onPress={cancel}>{t("cancel")}</Button>}
      </div>
    </form>
  )
}
