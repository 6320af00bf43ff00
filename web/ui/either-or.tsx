import './either-or.css'

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** The language of the label, where it is not the page's own. */
  readonly lang?: string
}

interface Props<Value extends string> {
  /** What is chosen among, for those who do not see it. */
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** Two to five choices side by side, one of them in force: a view, a period, a language. */
export const EitherOr = <Value extends string>({ label, choices, value, onChange }: Props<Value>) => (
  <fieldset className="either-or">
    <legend className="for-ears">{label}</legend>
    {choices.map((choice) => (
      <button
        key={choice.value}
        type="button"
        lang={choice.lang}
        aria-pressed={choice.value === value}
        onClick={() => onChange(choice.value)}
      >
        {choice.label}
      </button>
    ))}
  </fieldset>
)
