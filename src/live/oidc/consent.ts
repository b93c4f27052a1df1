import type { Provider } from "oidc-provider"
import type { Interaction } from "../../ports/OAuth.ts"

export type Details = Awaited<ReturnType<Provider["interactionDetails"]>>

const text = (value: unknown) => (typeof value === "string" ? value : undefined)
const words = (value: unknown) => (text(value) ?? "").split(" ").filter((word) => word !== "")

/** What the browser sent to begin with, for when it has to begin again. */
const beginningOf = (params: Details["params"]) => {
  const given = Object.entries(params).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => (each === undefined ? [] : [[name, String(each)]]))
  )
  return `/oauth/authorize?${new URLSearchParams(given as Array<[string, string]>)}`
}

/** What a person is asked; `usual` is the address that is meant where the client names none. */
export const askedOf = async (
  provider: Provider,
  { params, prompt, session, uid }: Details,
  usual: string
): Promise<Interaction> => {
  const id = String(params.client_id)
  const client = await provider.Client.find(id)
  return {
    uid,
    asks: prompt.name === "login" ? "login" : "consent",
    client: { id, name: text(client?.clientName) },
    redirectUri: String(params.redirect_uri),
    resource: text(params.resource) ?? usual,
    scopes: words(params.scope),
    loginHint: text(params.login_hint),
    accountId: session?.accountId,
    begin: beginningOf(params)
  }
}

/** Keeps what they allow, and answers under which id. What they do not give is refused. */
export const granted = async (
  provider: Provider,
  { params, session }: Details,
  allowed: ReadonlySet<string>,
  usual: string
): Promise<string> => {
  const grant = new provider.Grant({ accountId: session!.accountId, clientId: String(params.client_id) })
  const resource = text(params.resource) ?? usual
  for (const scope of words(params.scope)) {
    if (allowed.has(scope)) {
      grant.addOIDCScope(scope)
      grant.addResourceScope(resource, scope)
    } else {
      grant.rejectOIDCScope(scope)
      grant.rejectResourceScope(resource, scope)
    }
  }
  return await grant.save()
}
