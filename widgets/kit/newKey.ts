/** A random name for one act, so that saying it twice does it once. Works where `randomUUID` is kept for safe origins. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
