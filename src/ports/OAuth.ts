import { Context, Effect, Layer, Schema } from "effect"

/** A request as it came over the wire, with its body read. `url` is a path with its query. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface WireResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string>>>
  readonly body: string
}

/** A response with this header is for a person to read, and wants to become a page. */
export const forPeople = "x-for-people"

/** The sign-in of this browser has ended, was never begun, or belongs to another browser. */
export class InteractionOver extends Schema.TaggedError<InteractionOver>()("InteractionOver", {}) {}

/** What a client asks a person for, in the middle of an authorization. */
export interface Interaction {
  readonly uid: string
  /** Who this is has to be known first, then what they allow. */
  readonly asks: "login" | "consent"
  readonly client: {
    readonly id: string
    /** As it calls itself; anybody can call themselves anything. */
    readonly name: string | undefined
  }
  readonly redirectUri: string
  /** For which of our addresses. */
  readonly resource: string
  readonly scopes: ReadonlyArray<string>
  readonly loginHint: string | undefined
  /** Who signed in for this authorization. */
  readonly accountId: string | undefined
  /** Where the same authorization begins again. */
  readonly begin: string
}

/** The authorization server that lives beside the shop. With an issuer elsewhere there is none. */
export class OAuth extends Context.Service<
  OAuth,
  {
    /** The origin that signs the tokens. */
    readonly issuer: string
    /** Whether the protocol is spoken here. */
    readonly embedded: boolean
    /** Speaks the protocol: authorize, token, revoke, register, jwks and the discovery documents. */
    readonly respond: (request: WireRequest) => Effect.Effect<WireResponse>
    /** What this browser is being asked. */
    readonly interaction: (request: WireRequest) => Effect.Effect<Interaction, InteractionOver>
    /** The account has signed in. Answers where the browser goes on. */
    readonly signedIn: (request: WireRequest, accountId: string) => Effect.Effect<string, InteractionOver>
    /** The account allows these scopes, and refuses the others that were asked for. Answers where the browser goes on. */
    readonly allowed: (request: WireRequest, scopes: ReadonlyArray<string>) => Effect.Effect<string, InteractionOver>
    /** The account refuses. Answers where the browser goes on. */
    readonly refused: (request: WireRequest) => Effect.Effect<string, InteractionOver>
  }
>()("craftlocal/ports/OAuth") {
  /** Tokens come from an issuer elsewhere. */
  static readonly layerElsewhere = (issuer: string) =>
    Layer.succeed(OAuth, {
      issuer,
      embedded: false,
      respond: () => Effect.succeed({ status: 404, headers: {}, body: "" }),
      interaction: () => Effect.fail(new InteractionOver()),
      signedIn: () => Effect.fail(new InteractionOver()),
      allowed: () => Effect.fail(new InteractionOver()),
      refused: () => Effect.fail(new InteractionOver())
    })
}
