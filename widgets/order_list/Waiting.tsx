import { Skeleton } from "../kit/Skeleton.tsx"

/** The places of two orders. */
export const Waiting = () => (
  <ul aria-hidden="true" className="order-cards">
    {["a", "b"].map((key) => (
      <li className="order-card" key={key}>
        <Skeleton lines={4} />
      </li>
    ))}
  </ul>
)
