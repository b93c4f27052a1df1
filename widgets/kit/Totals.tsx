import { Money } from "./Money.tsx"

export interface Sum {
  readonly label: string
  /** Decimal units; below zero for what goes off. Rows without a value are not shown. */
  readonly value: number | undefined
  readonly total?: boolean
}

/** What adds up to what. */
export const Totals = ({ currency, sums }: { readonly currency: string; readonly sums: ReadonlyArray<Sum> }) => (
  <dl className="totals">
    {sums.map(({ label, total, value }) =>
      value === undefined ? null : (
        <div className={total ? "total" : undefined} key={label}>
          <dt>{label}</dt>
          <dd>
            <Money currency={currency} value={value} />
          </dd>
        </div>
      )
    )}
  </dl>
)
