import { Glyph, type GlyphName } from "./Glyph.tsx"
import { isLocale, locales, type Settings } from "./settings.ts"
import type { Store } from "./store.ts"
import { useStore } from "./store.ts"

interface ChoiceProps<A extends string> {
  readonly legend: string
  readonly options: ReadonlyArray<readonly [value: A, label: string, glyph: GlyphName]>
  readonly value: A
  readonly choose: (value: A) => void
}

const Choice = <A extends string>({ choose, legend, options, value }: ChoiceProps<A>) => (
  <fieldset className="segments">
    <legend className="heard-only">{legend}</legend>
    {options.map(([each, label, glyph]) => (
      <button
        aria-label={label}
        aria-pressed={value === each}
        key={each}
        onClick={() => choose(each)}
        title={label}
        type="button"
      >
        <Glyph name={glyph} size={17} />
      </button>
    ))}
  </fieldset>
)

/** How the host looks: its theme, its width, its language. */
export const Controls = ({ settings }: { settings: Store<Settings> }) => {
  const { locale, theme, width } = useStore(settings)
  const set = (patch: Partial<Settings>) => settings.set((before) => ({ ...before, ...patch }))
  return (
    <>
      <Choice
        choose={(value) => set({ theme: value })}
        legend="Theme"
        options={[
          ["light", "Light", "sun"],
          ["dark", "Dark", "moon"]
        ]}
        value={theme}
      />
      <Choice
        choose={(value) => set({ width: value })}
        legend="Width"
        options={[
          ["desktop", "Desktop", "desktop"],
          ["phone", "Phone", "phone"]
        ]}
        value={width}
      />
      <label className="locale">
        <span className="heard-only">Language of the cards</span>
        <Glyph name="globe" size={17} />
        <select
          onChange={(event) => isLocale(event.currentTarget.value) && set({ locale: event.currentTarget.value })}
          value={locale}
        >
          {Object.entries(locales).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
