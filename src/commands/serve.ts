import { createServer } from "node:http"
import { NodeHttpServer } from "@effect/platform-node"
import { Console, Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { HttpRouter, HttpServer } from "effect/http"
import { layerDoors, layerJobs, layerServices, routerConfig } from "../App.ts"
import type { Config } from "../config.ts"
import { demoFace } from "../demo/face.ts"
import { layerPictures } from "../demo/Pictures.ts"
import { announce, layerMachines, webhookSecret } from "../machines.ts"
import { Answer } from "./Answer.ts"
import { configured } from "./configured.ts"
import { layerReadyDatabase } from "./database.ts"
import { demoShop } from "./demoShop.ts"

/** Whoever signs in elsewhere has no use for our accounts and their passwords. */
const faceOf = ({ demo, oidc }: Config) =>
  demo ? (oidc === undefined ? demoFace : { ...demoFace, accounts: [] }) : undefined

const accounts = ({ oidc, publicUrl }: Config) =>
  oidc === undefined
    ? [
        `  Demo accounts (sign in at ${publicUrl}/sign-in):`,
        ...demoFace.accounts.map((email) => `                 ${email}  ${demoFace.passwords[email]}`),
        `                 (a token: curl -X POST ${publicUrl}/dev/token -H 'content-type: application/json'`,
        `                  -d '{"email":"buyer@craftlocal.test","scopes":["orders.read"]}')`
      ]
    : [`  Accounts are kept by ${oidc.issuer}, and tokens come from there`]

const addresses = (config: Config, secret: string) => {
  const { demo, publicUrl, stripe } = config
  return [
    `CraftLocal is open at ${publicUrl}`,
    "",
    `  MCP   ${publicUrl}/mcp`,
    `  ACP   ${publicUrl}/checkout_sessions`,
    `  REST  ${publicUrl}/api/v1  (described at ${publicUrl}/openapi.json)`,
    ...(demo
      ? [
          "",
          ...accounts(config),
          `  Demo agent key for ACP: ${demoFace.agentKey}`,
          `  Demo service account: ${demoFace.service.id} / ${demoFace.service.secret}`,
          `  Secret of /webhooks/orders and /webhooks/inventory: ${secret}`,
          ...(stripe === undefined
            ? ["  Test payments: any token spt_test_…, such as spt_test_ok; spt_test_declined is declined"]
            : [])
        ]
      : [])
  ].join("\n")
}

const server = (config: Config, dev: boolean) =>
  HttpRouter.serve(layerDoors({ ...config, demo: faceOf(config), dev }), {
    disableLogger: true,
    disableListenLog: true,
    routerConfig
  }).pipe(
    Layer.provideMerge(
      NodeHttpServer.layer(
        () =>
          Object.assign(
            createServer({
              ServerResponse: Answer,
              requestTimeout: 60_000,
              headersTimeout: 20_000,
              maxHeaderSize: 16_384
            }),
            { maxHeadersCount: 100 }
          ),
        {
          port: config.port,
          host: config.host,
          gracefulShutdownTimeout: "5 seconds"
        }
      )
    )
  )

/** Says where the server is, once it listens. A port of 0 is told as the one that was found. */
const told = (config: Config) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const { address } = yield* HttpServer.HttpServer
      const port = "port" in address ? address.port : config.port
      const secret = yield* webhookSecret
      yield* announce(config, `http://127.0.0.1:${port}`)
      yield* Console.log(addresses({ ...config, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) }, secret))
    })
  )

/** The jobs without doors, which say so once they run. */
const worker = Layer.provideMerge(
  Layer.effectDiscard(Console.log("CraftLocal delivers messages and keeps house.")),
  layerJobs
)

/** Runs the parts of the marketplace that the settings name until it is told to stop. */
export const run = Effect.fn("serve")(function* (config: Config, dev = false) {
  const services = layerServices.pipe(
    Layer.provideMerge(Layer.mergeAll(layerMachines(config), layerPictures)),
    Layer.provideMerge(Layer.effectDiscard(demoShop(config))),
    Layer.provideMerge(layerReadyDatabase(config))
  )
  const web = Layer.provide(told(config), server(config, dev))
  const [opens, works] = [config.roles.has("web"), config.roles.has("worker")]
  const parts = opens ? (works ? Layer.merge(web, layerJobs) : web) : works ? worker : Layer.empty
  return yield* Layer.launch(Layer.provide(parts, services))
})

const dev = Flag.Boolean("dev").pipe(
  Flag.withDescription("Let the playground look for newer builds"),
  Flag.withDefault(false)
)

export const serve = Command.make("serve", { dev }, ({ dev }) => configured((config) => run(config, dev))).pipe(
  Command.withDescription("Serve the marketplace over MCP, ACP and REST")
)
