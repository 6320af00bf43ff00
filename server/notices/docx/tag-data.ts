/** A picture as it goes into the package; the size is the box on the page. */
export interface TagPicture {
  /** Names the bytes: the same name is the same picture. */
  readonly name: string
  readonly format: 'jpeg' | 'png'
  readonly bytes: Uint8Array
  readonly widthMillimetres: number
  readonly heightMillimetres: number
  readonly altText: string
}

export type TagValue = string | boolean | TagPicture | readonly TagData[]

/** What the placeholders of one scope stand for, by their names. */
export interface TagData {
  readonly [name: string]: TagValue
}

export const isPicture = (value: TagValue): value is TagPicture => typeof value === 'object' && 'bytes' in value

export const isList = (value: TagValue): value is readonly TagData[] => Array.isArray(value)

/** The innermost scope that knows the name answers; unknown names are empty. */
export const tagValue = (scopes: readonly TagData[], name: string): TagValue => {
  for (const scope of [...scopes].reverse()) {
    const value = Object.hasOwn(scope, name) ? scope[name] : undefined
    if (value !== undefined) return value
  }
  return ''
}
