export const median = (numbers: ReadonlyArray<number>): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Of times that are sorted. */
export const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

export interface Figures {
  readonly workload: string
  readonly contender: string
  readonly perSecond: number
  /** Our throughput divided by this contender's, the median of the rounds. */
  readonly ratio: number | null
  readonly goal: number | null
  readonly met: boolean | null
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly errors: number
}

const cells = (row: Figures): ReadonlyArray<string> => [
  row.contender,
  Math.round(row.perSecond).toLocaleString("en-US"),
  row.ratio === null ? "" : `${row.ratio.toFixed(2)} x`,
  row.goal === null ? "" : `>= ${row.goal.toFixed(2)} ${row.met ? "met" : "MISSED"}`,
  ...[row.p50, row.p95, row.p99].map((time) => time.toFixed(2)),
  String(row.errors)
]

const head = ["", "req/s", "we do", "goal", "p50 ms", "p95 ms", "p99 ms", "errors"]

/** The figures for people, a block for each workload. */
export const table = (rows: ReadonlyArray<Figures>): string => {
  const blocks = Map.groupBy(rows, ({ workload }) => workload)
  const lines = [...blocks].flatMap(([name, rows]) => [[name], ...rows.map(cells)])
  const widths = head.map((title, at) =>
    Math.max(title.length, ...lines.filter(({ length }) => length > 1).map((line) => line[at]!.length))
  )
  const print = (line: ReadonlyArray<string>) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[at]!))).join("  ")
  return lines
    .map((line) => (line.length === 1 ? `\n${print([line[0]!, ...head.slice(1)])}` : `  ${print(line).trimEnd()}`))
    .join("\n")
}
