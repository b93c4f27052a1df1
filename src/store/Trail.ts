import type { AuditEntry } from "./Audit.ts"
import type { Answer, WriteKey } from "./Idempotency.ts"

/** What a write leaves behind when it ends: its trace in the audit, and its answer if it came with a key. */
export interface Trail {
  readonly audit: AuditEntry
  readonly kept?: {
    readonly key: WriteKey
    readonly fingerprint: string
    readonly answer: Answer
    readonly at: Date
  }
}

/** As the columns of the record of keys are named. */
export const keptRow = ({ answer, at, fingerprint, key }: NonNullable<Trail["kept"]>) => ({
  ...key,
  fingerprint,
  status: answer.status,
  body: answer.body,
  created_at: at
})
