import { fixtures } from "./fixtures.ts"

/** Every card there is, with its states. */
export const HarnessList = ({ names }: { names: ReadonlyArray<string> }) => (
  <section className="gallery">
    <h1>Every card by itself</h1>
    <p className="lead">
      Each card in each of its states, from fixtures, in light and dark, on a phone and on a desk. What it asks of its
      host stands in the log.
    </p>
    <ul className="gallery-list">
      {names.map((name) => (
        <li key={name}>
          <h2>
            <a href={`/playground/widgets/${name}`}>{name.replaceAll("_", " ")}</a>
          </h2>
          <ul>
            {(fixtures.get(name) ?? []).map((state) => (
              <li key={state.name}>
                <a href={`/playground/widgets/${name}?state=${encodeURIComponent(state.name)}`}>{state.name}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </section>
)
