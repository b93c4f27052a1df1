/** Where to go on after a sign-in: a path of ours, and never an address that leads elsewhere. */
export const nextPath = (given: string | null | undefined): string | undefined =>
  given != null && given.length <= 2000 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(given) ? given : undefined
