const PATHS = {
  picture: "M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.5h.01",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5",
  warning: "M12 4 2.8 20h18.4ZM12 10v4.5M12 17.3v.01",
  star: "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.9-5.2 2.9 1-5.9-4.3-4.1 5.9-.8Z",
  check: "m5 12.5 4.5 4.5L19 7.5"
} as const

/** A monochrome outline that means nothing alone: what it says stands beside it as text. */
export const Icon = ({ name, size = 20 }: { name: keyof typeof PATHS; size?: number }) => (
  <svg
    aria-hidden="true"
    className="icon"
    fill="none"
    height={size}
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="1.6"
    viewBox="0 0 24 24"
    width={size}
  >
    <path d={PATHS[name]} />
  </svg>
)
