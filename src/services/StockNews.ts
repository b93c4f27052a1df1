import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { Invalid, NotFound, type Unavailable } from "../../schemas/errors.ts"
import type { StockReport } from "../../schemas/webhooks/stockReport.ts"
import { hasHappened } from "../domain/reportTime.ts"
import { isOutdated, lastAfter, shelfAfter } from "../domain/stockReports.ts"
import { Ids } from "../ports/Ids.ts"
import { Audit } from "../store/Audit.ts"
import { Inventory, type Shelf } from "../store/Inventory.ts"
import { orUnavailable } from "../store/Sql.ts"
import { WebhooksSeen } from "../store/WebhooksSeen.ts"
import { now } from "./now.ts"

/** What became of an event that could be heard: how many are on the shelf now, and what it changed. */
export interface HeardStock {
  readonly status: "applied" | "ignored" | "already_seen"
  readonly reason?: string
  readonly stock?: number
  readonly change?: number
}

/** Which thing of a listing is meant. No variant is the empty string. */
const meant = (shelf: Shelf, variant: string | undefined) => {
  if (shelf.variants.length === 0) {
    return variant === undefined
      ? Effect.succeed({ name: "", stock: shelf.stock })
      : Effect.fail(Invalid.of("variant", "this listing has no variants: leave it out"))
  }
  const named = shelf.variants.find(({ name }) => name.toLowerCase() === variant?.toLowerCase())
  return named === undefined
    ? Effect.fail(Invalid.of("variant", `Expected one of ${shelf.variants.map(({ name }) => name).join(", ")}`))
    : Effect.succeed(named)
}

/** What the shops' own systems tell of their stock. That they are who they say, the door has seen to. */
export class StockNews extends Context.Service<
  StockNews,
  {
    /**
     * Once for each id, together with its trace in the audit. What is outdated is ignored, and heard; what fails is not
     * heard, and may be sent again.
     */
    readonly hear: (report: StockReport) => Effect.Effect<HeardStock, NotFound | Invalid | Unavailable>
  }
>()("craftlocal/services/StockNews") {
  static readonly layer = Layer.effect(
    StockNews,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const inventory = yield* Inventory
      const seen = yield* WebhooksSeen
      const audit = yield* Audit
      const ids = yield* Ids

      const apply = Effect.fnUntraced(function* (shelf: Shelf, report: StockReport) {
        const { name, stock: before } = yield* meant(shelf, report.variant)
        const last = yield* inventory.last(shelf.id, name)
        if (isOutdated(report, last)) {
          const reason = "Something later is known of its stock already."
          return { status: "ignored", reason, stock: before, change: 0 } as const
        }
        const stock = yield* Effect.fromResult(shelfAfter(report, before))
        yield* inventory.put(shelf.id, name, stock)
        yield* inventory.note(shelf.id, name, lastAfter(report, last))
        return { status: "applied", stock, change: stock - before } as const
      })

      const hear = Effect.fn("StockNews.hear")(
        function* (report: StockReport) {
          const arrived = yield* now
          yield* Effect.fromResult(hasHappened(report.occurredAt, arrived))
          if (!(yield* seen.first("inventory", report.id, arrived))) return { status: "already_seen" } as const
          const shelf = yield* inventory.take(report.listing)
          if (shelf === undefined || shelf.status === "deleted") return yield* new NotFound({ what: "listing" })
          const heard = yield* apply(shelf, report)
          yield* audit.add({
            at: arrived,
            actor: "webhook:inventory",
            channel: "webhook",
            action: heard.status === "applied" ? "stock.reported" : "stock.ignored",
            subject: shelf.id,
            correlationId: yield* ids.next("job")
          })
          return heard
        },
        sql.withTransaction,
        orUnavailable
      )

      return StockNews.of({ hear })
    })
  )
}
