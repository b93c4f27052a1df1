// A contender: REST search as `node:http` and `pg` alone would do it. It checks nothing and counts nobody.
import { searchByHand } from "./byHand.ts"
import { listening } from "./listening.ts"
import { contend } from "./Plan.ts"

await contend((plan) => {
  const search = searchByHand(plan)
  return listening((request, response) => {
    const url = new URL(request.url!, "http://localhost")
    search(url.searchParams.get("q") ?? "").then(
      (answer) => {
        const body = JSON.stringify(answer)
        response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
        response.end(body)
      },
      (cause) => {
        response.writeHead(500)
        response.end(String(cause))
      }
    )
  })
})
