import { publicUrl, type World } from "../../world.ts"

export interface Seen {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where a redirect leads. */
  readonly location: string | null
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" }
const plain = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (each) => entities[each]!)

/** The forms of a page: where each goes, and what it carries unseen. */
export const formsOf = (text: string) =>
  [...text.matchAll(/<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/g)].map(([, action, inner]) => ({
    action: plain(action!),
    hidden: Object.fromEntries(
      [...inner!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [
        name!,
        plain(value!)
      ])
    ) as Record<string, string>
  }))

/** Where somebody goes: a world, or a server that is reached by an address of its own. */
export type Place = Pick<World, "fetch"> & { readonly origin?: string }

/** Somebody at a browser without scripts: keeps cookies, opens pages, and sends the forms that stand on them. */
export const person = (world: Place) => {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const answer = await world.fetch(path, {
      redirect: "manual",
      ...init,
      headers: {
        ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }),
        ...init.headers
      }
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const { headers, status } = answer
    return { status, headers, text: await answer.text(), location: headers.get("location") }
  }
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: world.origin ?? publicUrl,
        "sec-fetch-site": "same-origin",
        ...headers
      },
      body: new URLSearchParams(fields).toString()
    })
  /** Opens the page, fills in its form that goes to `action`, and sends it. */
  const send = async (path: string, fields: Record<string, string>, action = path.split("?")[0]!) => {
    const page = await ask(path)
    const form = formsOf(page.text).find((each) => each.action === action)
    if (form === undefined) throw new Error(`${path} has no form to ${action}: ${page.status} ${page.text}`)
    return post(action, { ...form.hidden, ...fields })
  }
  return {
    cookies,
    open: (path: string, headers?: Record<string, string>) => ask(path, headers && { headers }),
    post,
    send,
    signIn: (email: string, password: string) => send("/sign-in", { email, password }),
    isSignedIn: async () => (await ask("/sign-in")).status === 303
  }
}

/** The link in the newest letter to somebody. */
export const letterTo = async (world: World, to: string) => {
  await world.deliver()
  const answer = await world.fetch("/dev/outbox")
  const { messages } = (await answer.json()) as {
    messages: ReadonlyArray<{ readonly to: string; readonly subject: string; readonly text: string }>
  }
  const letter = messages.find((each) => each.to === to)
  const link = new URL(/http:\S+token=\S+/.exec(letter?.text ?? "")?.[0] ?? publicUrl)
  return { subject: letter?.subject, path: `${link.pathname}${link.search}` }
}
