import { Outline } from "./Outline.tsx"

/** What several widgets show. */
const PATHS = {
  picture: "M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.5h.01",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5",
  warning: "M12 4 2.8 20h18.4ZM12 10v4.5M12 17.3v.01",
  star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.9-5.2 2.9 1-5.9-4.3-4.1 5.9-.8Z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  cart: "M3 4h2.5l2.2 11h10.2L20 7.5H6.3M9 20h.01M17 20h.01",
  box: "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
  back: "M14.5 5.5 8 12l6.5 6.5",
  next: "M9.5 5.5 16 12l-6.5 6.5",
  close: "M6 6l12 12M18 6 6 18",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4.5l3 2"
} as const
export type IconName = keyof typeof PATHS

export const Icon = ({ name, size }: { readonly name: IconName; readonly size?: number }) => (
  <Outline path={PATHS[name]} {...(size !== undefined && { size })} />
)
