import { assert, describe, it } from "vitest"
import { normalEmail, sameMailbox } from "../../src/domain/emails.ts"
import { wrongWith } from "../../src/domain/passwordRules.ts"

describe("an e-mail address", () => {
  const same: ReadonlyArray<readonly [given: string, kept: string]> = [
    ["ada@example.com", "ada@example.com"],
    ["  Ada.Lovelace+shop@Example.COM\n", "ada.lovelace+shop@example.com"],
    ["ａｄａ＠example.com", "ada@example.com"],
    ["o'neil@example.co.uk", "o'neil@example.co.uk"],
    ["ada@bücher.example", "ada@xn--bcher-kva.example"],
    ["ada@BÜCHER.example", "ada@xn--bcher-kva.example"],
    // With a Cyrillic а: another domain, and seen to be one.
    ["ada@pаypal.com", "ada@xn--pypal-4ve.com"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`]
  ]
  it.each(same)("%j is kept as %j", (given, kept) => assert.strictEqual(normalEmail(given), kept))

  const refused: ReadonlyArray<readonly [why: string, given: string]> = [
    ["nothing", ""],
    ["no @", "ada.example.com"],
    ["two @", "ada@b@example.com"],
    ["nobody", "@example.com"],
    ["nowhere", "ada@"],
    ["no dot in the domain", "ada@localhost"],
    ["a dot too many", "ada@example..com"],
    ["a dot at the end", "ada.@example.com"],
    ["a space", "ada lovelace@example.com"],
    ["a NUL", "ada\0@example.com"],
    ["a line break within", "ada@example.com\nbcc: eve@example.com"],
    ["a zero width space", "a\u200bda@example.com"],
    ["a mark that turns the writing around", "ada\u202e@example.com"],
    ["a soft hyphen in the domain", "ada@exam\u00adple.com"],
    ["half a letter", "ada\ud800@example.com"],
    ["a Cyrillic а before the @", "аda@example.com"],
    ["letters with accents before the @", "adä@example.com"],
    ["quotes", '"ada"@example.com'],
    ["angle brackets", "<ada@example.com>"],
    ["an address of a machine", "ada@127.0.0.1"],
    ["an address in brackets", "ada@[127.0.0.1]"],
    ["a name that is too long", `${"a".repeat(65)}@example.com`],
    ["more than 254 characters", `ada@${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example`],
    ["a megabyte", `${"a".repeat(1_000_000)}@example.com`],
    ["a path behind a foreign domain", "ada@exämple.com/x"],
    ["a port behind a foreign domain", "ada@exämple.com:25"]
  ]
  it.each(refused)("with %s is refused", (_, given) => assert.isUndefined(normalEmail(given)))
})

describe("a password that is chosen", () => {
  const email = "ada.lovelace@example.com"
  it.each(["correct horse", "ünïcödé wörds", "🦊🦊🦔🦔🦉🦉🐝🐝🐌🐌", `${"x".repeat(199)}y`, "          a"])(
    "may be %j",
    (password) => assert.isUndefined(wrongWith(password, email))
  )
  it.each([
    "",
    "ninechars",
    "🦊🦊🦔🦔🦉",
    `${"x".repeat(200)}y`,
    "            ",
    "ada.lovelace@example.com",
    "ADA.LOVELACE",
    "Password123",
    "qwertyuiop",
    "ｐａｓｓｗｏｒｄ123",
    "zzzzzzzzzzzz",
    "abcdefghijkl",
    "9876543210"
  ])("may not be %j", (password) => assert.isString(wrongWith(password, email)))
})

describe("one mailbox", () => {
  it("is the same however it is written, and nobody's when it is empty", () => {
    assert.isTrue(sameMailbox(" Ada@Example.com", "ada@example.com"))
    assert.isFalse(sameMailbox("ada@example.com", "ada@example.co"))
    assert.isFalse(sameMailbox("", ""))
    assert.isFalse(sameMailbox(" ", ""))
  })
})
