interface Pressed {
  readonly key: string
  readonly target: unknown
  readonly preventDefault: () => void
}

/** Enter in a field does what the form is for, also in frames that may not send forms. */
export const onEnter = (act: () => void) => (event: Pressed) => {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  act()
}
