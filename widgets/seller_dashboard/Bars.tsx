import { useId } from "react"
import { useLocale } from "../kit/useLocale.ts"
import { axisMoney } from "./axisMoney.ts"

interface Bar {
  readonly key: string
  readonly amount: number
  readonly title: string
}

interface Props {
  readonly bars: ReadonlyArray<Bar>
  readonly currency: string
  /** The amount at the upper edge. */
  readonly top: number
  readonly title: string
  readonly describedBy: string
  /** What stands under the axis, from the first bar to the last. */
  readonly ends: ReadonlyArray<string>
}

const SLOT = 10
const WIDTH = 7
const HEIGHT = 100

/** Stretched to whatever room there is; its words are text beside it, which is not stretched. */
export const Bars = ({ bars, currency, describedBy, ends, title, top }: Props) => {
  const { tag } = useLocale()
  const id = useId()
  // A few bars stay bars.
  const slots = Math.max(bars.length, 7)
  const height = (amount: number) => (amount <= 0 ? 0 : Math.max((amount / top) * HEIGHT, 1.5))
  return (
    <div className="plot">
      <div aria-hidden="true" className="axis soft">
        {[top, top / 2, 0].map((amount) => (
          <bdi key={amount}>{axisMoney(amount, currency, tag)}</bdi>
        ))}
      </div>
      <svg
        aria-describedby={describedBy}
        aria-labelledby={id}
        className="bars"
        preserveAspectRatio="none"
        role="img"
        viewBox={`0 0 ${slots * SLOT} ${HEIGHT}`}
      >
        <title id={id}>{title}</title>
        {[0, HEIGHT / 2, HEIGHT].map((y) => (
          <line key={y} x1={0} x2={slots * SLOT} y1={y} y2={y} />
        ))}
        {bars.map((bar, index) => (
          <g key={bar.key}>
            <title>{bar.title}</title>
            <rect className="reach" height={HEIGHT} width={SLOT} x={index * SLOT} y={0} />
            <rect
              height={height(bar.amount)}
              width={WIDTH}
              x={index * SLOT + (SLOT - WIDTH) / 2}
              y={HEIGHT - height(bar.amount)}
            />
          </g>
        ))}
      </svg>
      <div aria-hidden="true" className="ends soft">
        {ends.map((text) => (
          <bdi key={text}>{text}</bdi>
        ))}
      </div>
    </div>
  )
}
