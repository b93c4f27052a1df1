import type { Random } from "../../src/demo/random.ts"

type Json = unknown

/** Values that have broken something somewhere. */
const scalars: ReadonlyArray<Json> = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  2,
  0.1,
  99,
  100,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1.7e308,
  5e-324,
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00\ud800",
  "\u202eevil",
  "\ufeff",
  "İ",
  "ß".repeat(60),
  "👩‍👩‍👧‍👦".repeat(20),
  "1",
  "NaN",
  "Infinity",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "'; DROP TABLE orders; --",
  "%00",
  "../../etc/passwd",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "a".repeat(500),
  "a".repeat(5000),
  "lst_nothing",
  "chk_nothing",
  "US",
  "IL",
  "us",
  "pickup",
  "standard",
  "spt_test_ok",
  "2026-02-30T25:61:00Z"
]

const names = ["__proto__", "constructor", "toString", "", "\0", "\ud800", "0", "length", "id", "quantity", "then"]

/** Any JSON. */
export const anything = (random: Random, levels = 3): Json => {
  if (levels === 0 || random.chance(0.6)) return random.pick(scalars)
  const size = random.int(0, 4)
  const inner = () => anything(random, levels - 1)
  return random.chance(0.5)
    ? Array.from({ length: size }, inner)
    : objectOf(Array.from({ length: size }, () => [random.pick(names), inner()]))
}

/** Also a member called `__proto__` is one. */
const objectOf = (members: ReadonlyArray<readonly [string, Json]>) => Object.fromEntries(members)

/** The same JSON with one thing wrong in it, anywhere. */
export const spoiled = (random: Random, json: Json): Json => {
  if (typeof json !== "object" || json === null || random.chance(0.15)) return anything(random)
  const keys = Object.keys(json)
  if (keys.length === 0 || random.chance(0.15)) return grown(random, json)
  const key = random.pick(keys)
  if (Array.isArray(json)) {
    return json.flatMap((each, at) => (String(at) === key ? placed(random, each) : [each]))
  }
  return objectOf(
    Object.entries(json).flatMap(([name, value]) =>
      name === key ? placed(random, value).map((value) => [name, value] as const) : [[name, value] as const]
    )
  )
}

/** In its place: something else, nothing, or, where there is room, it twice. */
const placed = (random: Random, value: Json): ReadonlyArray<Json> =>
  random.chance(0.1) ? [] : random.chance(0.1) ? [value, value] : [spoiled(random, value)]

const grown = (random: Random, json: object): Json =>
  Array.isArray(json)
    ? [...json, anything(random)]
    : objectOf([...Object.entries(json), [random.pick(names), anything(random)]])

const parameters = [
  ..."q query limit offset price_min price_max in_stock tags shop_id category city sort_by".split(" "),
  ..."status role cart_id listing_id __proto__".split(" ")
]

const escaped = (value: Json) => encodeURIComponent(String(value).toWellFormed())

/** The same path with something else at its end, or with parameters that nobody asked for. */
export const misdirected = (random: Random, path: string): string => {
  const [address] = path.split("?", 1)
  if (random.chance(0.3)) return address!.replace(/[^/]*$/, () => escaped(random.pick(scalars)))
  const said = Array.from(
    { length: random.int(1, 4) },
    () => `${random.pick(parameters)}=${escaped(random.pick(scalars))}`
  )
  return `${address}?${said.join("&")}`
}
