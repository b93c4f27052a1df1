/** Outlines that only the grid shows. */
export const paths = {
  filter: "M4 7h16M7 12h10M10 17h4",
  grid: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  list: "M4 6h16M4 12h16M4 18h16"
} as const
