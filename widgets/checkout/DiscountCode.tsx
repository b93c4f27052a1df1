import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { Icon } from "../kit/Icon.tsx"
import { onEnter } from "../kit/onEnter.ts"
import { useWords } from "../kit/useWords.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** Codes that take something off: those in force with a way to remove them, why another was refused, and a place for one more. */
export const DiscountCode = ({ checkout: { act, revise, shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const [code, type] = useState("")
  const { applied, rejected } = shown.session.discounts
  const codes = applied.flatMap((each) => (each.code === null ? [] : [each.code]))
  const refused = rejected.at(-1)
  if (revise === undefined && codes.length === 0) return null

  const add = async () => {
    const wanted = code.trim()
    if (wanted !== "" && (await revise?.("code", { discount_codes: [...codes, wanted] }))) type("")
  }
  return (
    <section className="codes">
      {codes.length === 0 ? null : (
        <ul className="row">
          {codes.map((each) => (
            <li className="row" key={each}>
              <span className="badge good">{each}</span>
              {revise === undefined ? null : (
                <Button
                  busy={act.doing === "code"}
                  label={t("remove", { code: each })}
                  onPress={() => revise("code", { discount_codes: codes.filter((other) => other !== each) })}
                >
                  <Icon name="close" size={16} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {revise === undefined ? null : open || refused !== undefined ? (
        <form className="code" onKeyDown={onEnter(add)}>
          <Field
            label={t("code")}
            maxLength={40}
            onInput={type}
            value={code}
            wrong={refused === undefined || code !== "" ? undefined : `${refused.code}: ${refused.message}`}
          />
          <Button busy={act.doing === "code"} onPress={add}>
            {t("apply")}
          </Button>
        </form>
      ) : (
        <button aria-expanded={false} className="quiet" onClick={() => setOpen(true)} type="button">
          {t("haveCode")}
        </button>
      )}
    </section>
  )
}
