const PATHS = {
  sun: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 2v2.2M12 19.8V22M2 12h2.2M19.8 12H22M4.9 4.9l1.6 1.6M17.5 17.5l1.6 1.6M19.1 4.9l-1.6 1.6M6.5 17.5l-1.6 1.6",
  moon: "M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2Z",
  phone:
    "M8 2.8h8a1.4 1.4 0 0 1 1.4 1.4v15.6a1.4 1.4 0 0 1-1.4 1.4H8a1.4 1.4 0 0 1-1.4-1.4V4.2A1.4 1.4 0 0 1 8 2.8ZM11 18.4h2",
  desktop: "M3.5 4.5h17v11.5h-17zM9 20h6M12 16v4",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.2c.7-3.6 3.7-5.7 7.5-5.7s6.8 2.1 7.5 5.7",
  log: "M8 6h12.5M8 12h12.5M8 18h12.5M3.6 6h.01M3.6 12h.01M3.6 18h.01",
  plug: "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0ZM12 17v4.5",
  send: "M12 19.5V5M5.5 11 12 4.5l6.5 6.5",
  close: "M6 6l12 12M18 6 6 18",
  expand: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  grid: "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z",
  chat: "M4 5h16v11.5H10L5.5 20v-3.5H4Z",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c2.6 2.5 3.8 5.5 3.8 9s-1.2 6.5-3.8 9c-2.6-2.5-3.8-5.5-3.8-9S9.4 5.500 12 3Z",
  again: "M19.5 12a7.5 7.5 0 1 1-2.3-5.400M19.500 3.500v4h-4",
  broom: "M4 7h16M9.500 7V4h5v3M6.500 7l1 13.500h9L17.500 7M10.200 11v6M13.800 11v6"
} as const

export type GlyphName = keyof typeof PATHS

/** An outline beside or inside a control that has its own words. */
export const Glyph = ({ name, size = 18 }: { name: GlyphName; size?: number }) => (
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
