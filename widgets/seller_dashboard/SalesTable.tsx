import { Money } from "../kit/Money.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Bucket } from "./buckets.ts"
import { words } from "./words.ts"

interface Props {
  readonly bars: ReadonlyArray<Bucket>
  readonly currency: string
  readonly label: (bar: Bucket) => string
}

/** The chart for whoever hears it. */
export const SalesTable = ({ bars, currency, label }: Props) => {
  const t = useWords(words)
  return (
    <div className="heard-only">
      <table>
        <caption>{t("sales")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("amount")}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.from}>
              <th scope="row">{label(bar)}</th>
              <td>
                <Money currency={currency} value={bar.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
