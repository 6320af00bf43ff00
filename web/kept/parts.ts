/** Looking into what was kept by another version of this page: nothing about it is certain. */
export const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

export const textAt = (value: unknown, key: string): string | null => {
  const found = at(value, key)
  return typeof found === 'string' ? found : null
}
