/** A JSON schema as rows that people read: one per field, inner fields behind their outer one. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly note: string
}

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (schema: Schema, name: string): unknown[] => {
  const value = schema[name]
  return Array.isArray(value) ? value : []
}

/** `Hazard` of `#/components/schemas/Hazard`; null for a schema without a name. */
export const nameOfSchema = (schema: unknown): string | null =>
  isSchema(schema) && typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? null) : null

/** Null beside one other type is that type with a mark; anything else stays as it is. */
const choicesOf = (schema: Schema): { choices: Schema[]; orNull: boolean } => {
  const all = [...listIn(schema, 'anyOf'), ...listIn(schema, 'oneOf')].filter(isSchema)
  const choices = all.filter((choice) => choice['type'] !== 'null')
  return { choices, orNull: choices.length < all.length }
}

const typeOf = (schema: Schema): string => {
  const name = nameOfSchema(schema)
  if (name !== null) return name
  const { choices, orNull } = choicesOf(schema)
  const or = orNull ? '｜null' : ''
  if (choices.length > 0) return choices.map(typeOf).join('｜') + or
  const inner = schema['items']
  if (schema['type'] === 'array') return `${isSchema(inner) ? typeOf(inner) : ''}[]`
  if ('const' in schema) return JSON.stringify(schema['const'])
  return Array.isArray(schema['type']) ? schema['type'].join('｜') : String(schema['type'] ?? '任意 any')
}

const bounds = [
  ['minimum', '≥'],
  ['exclusiveMinimum', '>'],
  ['maximum', '≤'],
  ['exclusiveMaximum', '<'],
  ['minLength', '字数 length ≥'],
  ['maxLength', '字数 length ≤'],
  ['minItems', '项数 items ≥'],
  ['maxItems', '项数 items ≤'],
] as const
const widest = Number.MAX_SAFE_INTEGER

const noteOf = (schema: Schema): string => {
  const { choices } = choicesOf(schema)
  const inner = schema['items']
  const own = [
    typeof schema['description'] === 'string' ? schema['description'] : '',
    listIn(schema, 'enum').map(String).join(' '),
    ...bounds.map(([name, sign]) => {
      const value = schema[name]
      return typeof value === 'number' && Math.abs(value) < widest ? `${sign} ${value}` : ''
    }),
    typeof schema['format'] === 'string' ? schema['format'] : '',
    typeof schema['pattern'] === 'string' && schema['format'] === undefined ? schema['pattern'] : '',
    'default' in schema ? `默认 default ${JSON.stringify(schema['default'])}` : '',
  ]
  const within = isSchema(inner) && inner['type'] !== 'object' ? noteOf(inner) : ''
  return [...own, within, ...choices.map(noteOf)].filter((part) => part !== '').join(' · ')
}

/** The object behind a field, through lists and "or null": what its inner fields are read from. */
const objectIn = (schema: unknown): Schema | null => {
  if (!isSchema(schema)) return null
  if (isSchema(schema['properties'])) return schema
  const [only, ...others] = choicesOf(schema).choices
  if (only && others.length === 0) return objectIn(only)
  return objectIn(schema['items'])
}

export const fieldsOf = (schema: unknown, before = ''): Field[] => {
  const object = objectIn(schema)
  if (!object)
    return isSchema(schema) && before === ''
      ? [{ name: '', type: typeOf(schema), required: true, note: noteOf(schema) }]
      : []
  const properties = isSchema(object['properties']) ? object['properties'] : {}
  const required = listIn(object, 'required')
  return Object.entries(properties).flatMap(([key, inner]) => {
    if (!isSchema(inner)) return []
    const name = before + key
    const row = { name, type: typeOf(inner), required: required.includes(key), note: noteOf(inner) }
    return [row, ...fieldsOf(inner, `${name}.`)]
  })
}
