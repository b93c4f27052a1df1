const PLACES = ["a", "b", "c", "d"]

/** The grid before it is there: the same places, nothing in them. */
export const Waiting = () => (
  <main aria-busy="true" className="product-grid">
    <p className="heard-only" role="status">
      Looking for handmade pieces
    </p>
    <ul aria-hidden="true" className="grid waiting">
      {PLACES.map((place) => (
        <li key={place}>
          <div className="photo" />
          <div className="line" />
          <div className="line short" />
        </li>
      ))}
    </ul>
  </main>
)
