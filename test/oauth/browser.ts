import { assert } from "vitest"
import { publicUrl } from "../world.ts"

type Fetch = (input: string, init?: RequestInit) => Promise<Response>

export interface Shown {
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
const unescaped = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"')

interface Form {
  readonly action: string
  readonly hidden: ReadonlyArray<readonly [string, string]>
  readonly text: string
}

/** The forms of a page, with what they carry. */
export const formsOf = ({ text }: Shown): ReadonlyArray<Form> =>
  [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, open = "", inside = ""]) => ({
    action: unescaped(attribute(open, "action") ?? ""),
    hidden: [...inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(
      ([tag]) => [attribute(tag, "name") ?? "", unescaped(attribute(tag, "value") ?? "")] as const
    ),
    text: inside
  }))

/** A person with a browser: cookies, no script, and redirects followed until they lead elsewhere. */
export const openBrowser = (fetch: Fetch) => {
  const jar = new Map<string, string>()

  const once = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
    const answer = await fetch(url.href, { ...init, redirect: "manual", headers: { ...init.headers, cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/;\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  /** Where it leads, or the page it ends on. */
  const go = async (to: string, init?: RequestInit): Promise<Shown> => {
    let url = new URL(to, publicUrl)
    let answer = await once(url, init)
    for (let step = 0; step < 15; step++) {
      const location = answer.headers.get("location")
      if (location === null) {
        return { url, status: answer.status, headers: answer.headers, text: await answer.text() }
      }
      url = new URL(location, url)
      if (url.origin !== publicUrl) return { url, status: answer.status, headers: answer.headers, text: "" }
      answer = await once(url)
    }
    return assert.fail(`this goes round in circles at ${url.href}`)
  }

  /** Fills in the form that holds all these fields, and presses a button where it has several. */
  const submit = async (page: Shown, fields: Readonly<Record<string, string>>): Promise<Shown> => {
    const form = formsOf(page).find(({ text }) =>
      Object.entries(fields).every(
        ([name, value]) => text.includes(`name="${name}"`) && (name !== "answer" || text.includes(`value="${value}"`))
      )
    )
    if (form === undefined) return assert.fail(`no such form on ${page.url.href}: ${page.text}`)
    return go(new URL(form.action || page.url.href, page.url).href, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: publicUrl },
      body: new URLSearchParams([...form.hidden, ...Object.entries(fields)].map(([name, value]) => [name, value]))
    })
  }

  return { jar, go, submit }
}

export type Browser = ReturnType<typeof openBrowser>
