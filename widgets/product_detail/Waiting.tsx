import { Skeleton } from "../kit/Skeleton.tsx"

/** The same places, with nothing in them. */
export const Waiting = () => (
  <div aria-hidden="true" className="top">
    <div className="photo" />
    <Skeleton lines={5} />
  </div>
)
