/** What acts did not say before there was a word for it, and what is about the sending, not about the act. */
const unsaid: Readonly<Record<string, readonly unknown[]>> = {
  copySha256: [null],
  clockOffsetMs: [null],
  takenWith: [null],
  sentAt: [null],
  extent: [null],
}

/** An act's content as its hash is made of it: a resend by an app of before says the same in fewer words. */
export const contentOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(contentOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !unsaid[name]?.includes(inner))
      .map(([name, inner]) => [name, contentOf(inner)]),
  )
}
