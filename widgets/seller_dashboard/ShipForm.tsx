import { useEffect, useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { issuesOf } from "../kit/issuesOf.ts"
import type { Refused } from "../kit/Refused.ts"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

interface Parcel {
  readonly carrier: string
  readonly tracking_number: string
}

interface Props {
  readonly number: string
  readonly busy: boolean
  readonly failure: Refused | undefined
  readonly onShip: (parcel: Parcel) => void
  readonly onCancel: () => void
}

/** Who carries the parcel, and by which number it is followed. */
export const ShipForm = ({ busy, failure, number, onCancel, onShip }: Props) => {
  const t = useWords(words)
  const [parcel, setParcel] = useState<Parcel>({ carrier: "", tracking_number: "" })
  const [tried, setTried] = useState(0)
  const form = useRef<HTMLFieldSetElement>(null)
  const issues = issuesOf(failure)
  const wrong = (field: keyof Parcel) =>
    tried > 0 && parcel[field].trim() === ""
      ? t(field === "carrier" ? "carrierMissing" : "trackingMissing")
      : issues.find(({ path }) => path === field)?.message

  // biome-ignore lint/correctness/useExhaustiveDependencies: at first, after each try, and when it is refused.
  useEffect(() => {
    const at = form.current?.querySelector<HTMLElement>("[aria-invalid]")
    if (at) at.focus()
    else if (tried === 0) form.current?.querySelector("input")?.focus()
  }, [tried, failure])

  const ship = () => {
    if (busy) return
    setTried(tried + 1)
    const said = { carrier: parcel.carrier.trim(), tracking_number: parcel.tracking_number.trim() }
    if (said.carrier !== "" && said.tracking_number !== "") onShip(said)
  }
  const beside = issues.some(({ path }) => path === "carrier" || path === "tracking_number")
  return (
    <fieldset
      className="ship"
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel()
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) ship()
      }}
      ref={form}
    >
      <legend className="heard-only">{`${t("shipped now")}: ${number}`}</legend>
      <div className="pair">
        <Field
          autoComplete="off"
          hint={t("carrierHint")}
          label={t("carrier")}
          maxLength={60}
          onInput={(carrier) => setParcel({ ...parcel, carrier })}
          required
          value={parcel.carrier}
          wrong={wrong("carrier")}
        />
        <Field
          autoComplete="off"
          label={t("tracking")}
          maxLength={100}
          onInput={(tracking_number) => setParcel({ ...parcel, tracking_number })}
          required
          value={parcel.tracking_number}
          wrong={wrong("tracking_number")}
        />
      </div>
      <Trouble message={beside ? undefined : failure?.message} />
      <div className="row">
        <Button busy={busy} kind="primary" onPress={ship}>
          {t(busy ? "saving" : "markShipped")}
        </Button>
        <Button onPress={onCancel}>{t("cancel")}</Button>
      </div>
    </fieldset>
  )
}
