/** A monochrome outline that means nothing alone: what it says stands beside it as text. */
export const Outline = ({ path, size = 20 }: { readonly path: string; readonly size?: number }) => (
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
    <path d={path} />
  </svg>
)
