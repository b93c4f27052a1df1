/** Places of text that is not there yet. */
export const Skeleton = ({ lines }: { readonly lines: number }) => (
  <div aria-hidden="true" className="skeleton">
    {Array.from({ length: lines }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
      <div className="line" key={index} />
    ))}
  </div>
)
