import { examples } from "./suggestions.ts"

/** Before anything was said: what this is, and what one can try. */
export const Welcome = ({ say, site }: { say: (text: string) => void; site: string }) => (
  <section className="welcome">
    <p className="eyebrow">{site} playground</p>
    <h1>Handmade goods, found and bought by talking.</h1>
    <p className="lead">
      This chat is a real MCP client of the server it came from. Every card is drawn in a sandbox by the official host
      bridge, just as an assistant would. No account is needed to shop.
    </p>
    <div className="examples">
      {examples.map(({ says, title }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {says.map((text) => (
              <li key={text}>
                <button onClick={() => say(text)} type="button">
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </section>
)
