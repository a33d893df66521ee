interface SelectProps {
  readonly name: string
  readonly label: string
  readonly chosen: string | undefined
  readonly options: readonly (readonly [value: string, words: string])[]
  /** What is said of no choice. */
  readonly all?: string
}

/** A field of a form in which one of several values, or none, can be chosen. */
export function Select({ name, label, chosen, options, all = 'any' }: SelectProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
