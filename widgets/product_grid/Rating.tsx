import { Icon } from "../kit/Icon.tsx"

/** Nothing for a shop without reviews: zero stars would be a verdict. */
export const Rating = ({ value }: { value: number }) =>
  value > 0 ? (
    <span className="rating">
      <Icon name="star" size={13} />
      <span aria-hidden="true">{value.toFixed(1)}</span>
      <span className="heard-only">shop rated {value.toFixed(1)} of 5</span>
    </span>
  ) : null
