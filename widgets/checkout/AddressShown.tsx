import { Button } from "../kit/Button.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Session } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly session: Session
  readonly change: (() => void) | undefined
}

/** Who buys and where it goes, as it was saved. */
export const AddressShown = ({ change, session: { email, shipping_address: address } }: Props) => {
  const t = useWords(words)
  if (email === null && address === null) return null
  return (
    <section className="spread address">
      <div>
        {address === null ? null : (
          <address>
            {[address.name, address.line1, address.line2, `${address.city}, ${address.state} ${address.zip}`]
              .filter(Boolean)
              .map((row) => (
                <span key={row}>{row}</span>
              ))}
          </address>
        )}
        {email === null ? null : <p className="soft">{email}</p>}
      </div>
      {change === undefined ? null : <Button onPress={change}>{t("change")}</Button>}
    </section>
  )
}
