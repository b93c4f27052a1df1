import { assert } from "vitest"
import { formsOf, type Place, person, type Seen } from "../http/account/person.ts"
import { publicUrl } from "../world.ts"

export interface Shown extends Seen {
  readonly url: URL
}

/** A person's browser that follows where it is sent, until it is shown something or sent elsewhere. */
export const openBrowser = (world: Place) => {
  const origin = world.origin ?? publicUrl
  const { cookies, open, post, signIn } = person(world)

  const follow = async (from: URL, seen: Seen, steps = 15): Promise<Shown> => {
    if (seen.location === null) return { ...seen, url: from }
    const url = new URL(seen.location, from)
    if (url.origin !== origin) return { ...seen, url }
    if (steps === 0) return assert.fail(`this goes round in circles at ${url.href}`)
    return follow(url, await open(`${url.pathname}${url.search}`), steps - 1)
  }

  const go = async (path: string): Promise<Shown> => follow(new URL(path, origin), await open(path))

  /** Sends the form that carries what a person cannot see, with what they fill in or press. */
  const submit = async (page: Shown, fields: Readonly<Record<string, string>>): Promise<Shown> => {
    const [form] = formsOf(page.text)
    if (form === undefined) return assert.fail(`no form on ${page.url.href}: ${page.text}`)
    return follow(page.url, await post(form.action, { ...form.hidden, ...fields }))
  }

  /** Signs in where that is asked, and allows what is asked. */
  const agree =
    (email: string, password: string) =>
    (page: Shown): Promise<Shown> =>
      page.url.pathname === "/sign-in" ? submit(page, { email, password }) : submit(page, { answer: "allow" })

  const signOut = async (): Promise<Shown> => {
    const [form] = formsOf((await open("/forgot-password")).text)
    return follow(new URL("/sign-out", origin), await post("/sign-out", form?.hidden ?? {}))
  }

  return { cookies, open, post, signIn, signOut, go, submit, agree }
}

export type Browser = ReturnType<typeof openBrowser>
