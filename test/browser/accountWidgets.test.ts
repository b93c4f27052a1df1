import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { buildWidgets } from "../../scripts/widgets.ts"
import { answered, refused, type State } from "../../widgets/kit/State.ts"
import { inMinutes } from "../../widgets/kit/samples.ts"
import { states as membership } from "../../widgets/membership/states.ts"
import type { SignInAnswer } from "../../widgets/sign_in/read.ts"
import { states as signIn } from "../../widgets/sign_in/states.ts"
import { describeInChromium } from "./chromium.ts"
import { type Showing, type Shown, type WidgetHost, widgetHost } from "./widgetHost.ts"

const resultOf = (states: ReadonlyArray<State>, name: string) => states.find((state) => state.name === name)!.result!
const message = (text: string) => ({ role: "user", content: [{ type: "text", text }] })

describeInChromium("the widgets of a person's account", () => {
  let host: WidgetHost
  let shown: Shown | undefined

  beforeAll(async () => {
    await buildWidgets()
    host = await widgetHost()
  }, 120_000)
  afterAll(() => host?.close())
  afterEach(async () => {
    const troubles = shown?.troubles
    await shown?.page.context().close()
    shown = undefined
    expect(troubles ?? []).toEqual([])
  })

  const show = async (showing: Showing) => {
    shown = await host.show(showing)
    await shown.frame.getByRole("heading").first().waitFor()
    return shown
  }
  const button = (name: string) => shown!.frame.getByRole("button", { name, exact: true })

  test("joining is tried again under its key, is told to the conversation once, and leaves the keyboard where it is told", async () => {
    let tries = 0
    const it = await show({
      widget: "membership",
      result: resultOf(membership, "ready"),
      tools: {
        join_membership: () =>
          ++tries === 1 ? refused("UNAVAILABLE", "Try again in a moment.") : resultOf(membership, "member")
      }
    })
    await button("Join").press("Enter")
    await it.frame.getByRole("alert").filter({ hasText: "Try again in a moment." }).waitFor()
    expect(it.messages).toEqual([])
    await button("Join").press("Enter")
    await it.frame.getByText("Member since Mar 12, 2026").waitFor()
    expect(it.calls.map(({ name }) => name)).toEqual(["join_membership", "join_membership"])
    const [first, second] = it.calls.map(({ arguments: args }) => args.idempotency_key)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(second).toBe(first)
    await expect.poll(() => it.messages).toEqual([message("I joined the membership.")])
    expect(await it.frame.getByRole("heading", { name: "Circle" }).evaluate((h) => h.matches(":focus"))).toBe(true)
    expect(await button("Join").count()).toBe(0)
  })

  test("who is not signed in asks for that first, also when the server says so only at joining", async () => {
    const it = await show({
      widget: "membership",
      result: resultOf(membership, "ready"),
      tools: { join_membership: () => refused("UNAUTHORIZED", "Sign in and try again.") }
    })
    await button("Join").click()
    await button("Sign in to join").click()
    await expect.poll(() => it.messages).toEqual([message("I want to sign in to join the membership.")])
    expect(await button("Join").count()).toBe(0)
  })

  test("what is read again says which tools there are: joining is not offered any more where it is gone", async () => {
    const { structuredContent } = resultOf(membership, "ready")
    const told = (at: string, tools: ReadonlyArray<string>) => ({
      structuredContent,
      _meta: { "craftlocal/answer": { at, tools } }
    })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await show({
      widget: "membership",
      result: told("2026-01-01T00:00:00Z", ["get_membership", "join_membership"]),
      tools: {
        get_membership: async () => {
          await held
          return told(new Date().toISOString(), ["get_membership"])
        }
      }
    })
    await button("Join").waitFor()
    release()
    await expect.poll(() => button("Join").count()).toBe(0)
  })

  test("a sign-in is looked after until it is done, and told once", async () => {
    let asked = 0
    const it = await show({
      widget: "sign_in",
      result: resultOf(signIn, "ready"),
      tools: { get_auth_status: () => resultOf(signIn, ++asked === 1 ? "ready" : "signed in as a maker") }
    })
    expect(await it.frame.getByRole("link", { name: "Sign in" }).getAttribute("href")).toContain(
      `${host.shopOrigin}/sign-in/sessions/`
    )
    await button("I have signed in").click()
    await it.frame.getByText("Not signed in yet.").waitFor()
    await it.frame.getByText("As Maya Reyes").waitFor()
    expect(await it.frame.getByRole("listitem").allTextContents()).toContain(
      "Create, change and remove your shop’s listings"
    )
    expect(it.calls).toHaveLength(2)
    expect(it.calls[1]!.name).toBe("get_auth_status")
    await expect.poll(() => it.messages).toEqual([message("I am signed in.")])
  })

  test("what was signed in before is not told again", async () => {
    const it = await show({ widget: "sign_in", result: resultOf(signIn, "signed in") })
    await it.frame.getByText("As Ada Brook").waitFor()
    expect(it.messages).toEqual([])
  })

  test("a sign-in that nobody knows any more is begun anew, with another link", async () => {
    const { session } = resultOf(signIn, "ready").structuredContent as SignInAnswer
    const sign_in_url = `${host.shopOrigin}/sign-in/sessions/another`
    const it = await show({
      widget: "sign_in",
      result: resultOf(signIn, "ready"),
      tools: {
        get_auth_status: ({ session_id }) =>
          session_id === session.id ? refused("NOT_FOUND", "There is no such sign-in session.") : { isError: true },
        create_session: () =>
          answered({
            session: { ...session, id: "sess_2", sign_in_url, expires_at: inMinutes(10) },
            message: "Give the user this link."
          })
      }
    })
    await button("I have signed in").click()
    await button("Begin anew").click()
    await expect.poll(() => it.frame.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe(sign_in_url)
    expect(it.calls.map(({ name }) => name)).toEqual(["get_auth_status", "create_session"])
  })
})
