import type { SearchAnswer } from "./SearchAnswer.ts"

const number = new Intl.NumberFormat("en-US")
const pieces = (count: number) => `${number.format(count)} ${count === 1 ? "piece" : "pieces"}`

/** How much there is. A live region: it speaks up when the results change. */
export const Summary = ({ answer }: { answer: SearchAnswer }) => {
  const shown = answer.listings.length
  return (
    <header className="summary">
      <h2>Handmade pieces</h2>
      <p role="status">
        {shown < answer.total_count ? `${number.format(shown)} of ${pieces(answer.total_count)}` : pieces(shown)}
      </p>
      {shown > 0 && answer.suggestion !== undefined ? <p className="suggestion">{answer.suggestion}</p> : null}
    </header>
  )
}
