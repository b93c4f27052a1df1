import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { AuditAnswer, AuditQuery } from "../../../../schemas/audit.ts"
import { Forbidden, Invalid } from "../../../../schemas/errors.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { refusals } from "../refusals.ts"

const list = HttpApiEndpoint.get("list", "/api/v1/admin/audit", {
  query: AuditQuery,
  success: AuditAnswer,
  error: refusals(Forbidden, Invalid)
}).annotateMerge(
  about({
    summary: "Read the audit",
    description: "Who did what to which, newest first, for accounts with the role of an admin.",
    scopes: ["admin"],
    query: AuditQuery
  })
)

export class Audit extends HttpApiGroup.make("audit")
  .add(list)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What happened here" })) {}
