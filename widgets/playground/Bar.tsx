import type { ReactNode } from "react"
import { Glyph } from "./Glyph.tsx"

const places = [
  ["chat", "/", "Chat"],
  ["grid", "/playground/widgets", "Cards"]
] as const

interface Props {
  readonly site: string
  readonly here: "Chat" | "Cards"
  readonly children: ReactNode
}

/** The top of every page: whose it is, where one is, and how it looks. */
export const Bar = ({ children, here, site }: Props) => (
  <header className="bar">
    <a className="brand" href="/">
      {site}
    </a>
    <nav aria-label="Playground">
      {places.map(([glyph, path, name]) => (
        <a aria-current={name === here ? "page" : undefined} href={path} key={path}>
          <Glyph name={glyph} size={17} />
          <span>{name}</span>
        </a>
      ))}
    </nav>
    <div className="controls">{children}</div>
  </header>
)
