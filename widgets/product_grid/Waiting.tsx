const places = ["a", "b", "c", "d"]

/** The grid before it is there: the same places, nothing in them. */
export const Waiting = () => (
  <ul aria-hidden="true" className="grid waiting">
    {places.map((place) => (
      <li key={place}>
        <div className="photo" />
        <div className="line" />
        <div className="line short" />
      </li>
    ))}
  </ul>
)
