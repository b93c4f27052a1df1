import { assert, describe, it } from "vitest"
import { BadSetting, readConfig } from "../../src/config.ts"

const refusal = (environment: Readonly<Record<string, string>>) => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof BadSetting) return error.message
    throw error
  }
  return assert.fail("it was understood")
}

describe("a setting that cannot be understood", () => {
  for (const [name, given, accepted] of [
    ["PORT", "eighty", "a port number"],
    ["DATABASE_URL", "mysql://here", "postgres://"],
    ["DEMO", "perhaps", "true or false"],
    ["PUBLIC_URL", "ftp://shop", "http or https"],
    ["ROLES", "web,cook", "web, gateway, worker"],
    ["RATE_LIMIT_PER_MINUTE", "-1", "a whole number"],
    ["OIDC_ISSUER", "elsewhere", "the issuer's address"],
    ["SESSION_TTL_MINUTES", "600", "1 to 60"]
  ] as const) {
    it(`is told with what is accepted: ${name}`, () => {
      const told = refusal({ [name]: given })
      for (const said of [name, accepted]) assert.include(told, said)
    })
  }

  it("is told as it was given", () => {
    assert.match(refusal({ ROLES: "web,cook" }), /ROLES.*web,cook.*web, gateway, worker/)
  })

  for (const name of ["SECRET_KEY", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "WEBHOOK_SECRET"]) {
    it(`is not shown when it is a secret: ${name}`, () => {
      const told = refusal({ [name]: "too short" })
      assert.include(told, name)
      assert.notInclude(told, "too short")
    })
  }

  it("is told when there is a mail server and nobody to write from, or no mail server, and its password is not", () => {
    const alone = refusal({ SMTP_URL: "smtp://user:secret@mail.test" })
    assert.include(alone, "MAIL_FROM")
    const wrong = refusal({ SMTP_URL: "http://user:secret@mail.test" })
    assert.include(wrong, "SMTP_URL")
    assert.notInclude(alone + wrong, "secret@")
  })
})
