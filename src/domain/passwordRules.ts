/** How long a password may be that people choose, in characters. */
export const shortest = 10
export const longest = 200

/** What is tried first by whoever guesses, as far as it is long enough to be allowed otherwise. */
const common = new Set(
  `0123456789 01234567890 0987654321 1029384756 1111111111 1122334455 1123581321 123123123123 1234512345 1234567890
  12345678900 12345678910 123456789a 123456789q 1234567890q 1234567891 12345qwert 123qwe123qwe 1q2w3e4r5t 1q2w3e4r5t6y
  1qaz2wsx3edc 1qazxsw23edc 9876543210 a123456789 aa12345678 aaaaaaaaaa abc123abc123 abcd123456 abcdefghij
  administrator asdf123456 asdfasdfasdf asdfghjkl1 asdfghjkl; asdfghjklqwertyuiop basketball blink182blink changeme123
  chocolate1 craftlocal craftlocal1 craftlocal123 dragon1234 football123 iloveyou12 iloveyou123 iloveyou1234 jennifer12
  letmein123 letmein1234 manchester minecraft1 passw0rd123 password00 password01 password10 password11 password12
  password123 password1234 password12345 password123456 passwordpassword princess12 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv
  qwe123qwe123 qwer123456 qwer1234qwer qwert12345 qwerty1234 qwerty12345 qwerty123456 qwertyqwerty qwertyuiop
  qwertyuiop1 qwertyuiop123 secret1234 starwars123 summer2024 summer2025 sunshine12 sunshine123 superman12 superman123
  testtest123 trustno1trustno1 welcome123 welcome1234 winter2024 winter2025 zaq12wsxcde3 zxcvbnm123 zxcvbnmasdfghjkl`.split(
    /\s+/
  )
)

/** One letter many times over, or the alphabet or the digits in their order. */
const isRun = (text: string) => {
  const steps = new Set(Array.from(text.slice(1), (each, index) => each.charCodeAt(0) - text.charCodeAt(index)))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0]!)
}

/** What is wrong with a password that somebody chose; nothing when it will do. Any characters are welcome. */
export const wrongWith = (password: string, email: string): string | undefined => {
  const plain = password.normalize("NFKC")
  const length = Array.from(plain).length
  if (length < shortest) return `Choose at least ${shortest} characters; a few words together make a good password`
  if (length > longest) return `Choose at most ${longest} characters`
  const lower = plain.toLowerCase()
  if (lower.trim() === "" || lower === email || lower === email.split("@")[0]) {
    return "Choose a password that is not your e-mail address"
  }
  return common.has(lower) || isRun(lower)
    ? "This password is one of the first that others would try; choose another"
    : undefined
}
