import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { Icon } from "../kit/Icon.tsx"
import { onEnter } from "../kit/onEnter.ts"
import { useWords } from "../kit/useWords.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

const MOST = 5
const lasting = new Set(["discount_code_minimum_not_met", "discount_code_user_ineligible"])

/** Codes that take something off: those in force with a way to remove them, why another was refused, and a place for one more. */
export const DiscountCode = ({ checkout: { act, revise, shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const [code, type] = useState("")
  const { applied, rejected } = shown.session.discounts
  const codes = applied.flatMap((each) => (each.code === null ? [] : [each.code]))
  // What was refused for what may still change is sent along, as far as there is room.
  const waiting = rejected.flatMap(({ code, reason }) => (lasting.has(reason) ? [code] : []))
  const refused = rejected.at(-1)
  if (revise === undefined && codes.length === 0) return null

  const sent = (kept: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => [
    ...new Set([...kept, ...waiting.slice(0, Math.max(0, MOST - kept.length - more.length)), ...more])
  ]
  const add = async () => {
    const wanted = code.trim()
    if (wanted !== "" && (await revise?.("code", { discount_codes: sent(codes, wanted) }))) type("")
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
                  onPress={() => revise("code", { discount_codes: sent(codes.filter((other) => other !== each)) })}
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
