/** What a form holds: plain values that survive JSON. */
export type Draft = Readonly<Record<string, unknown>>

const keyOf = (draftKey: string): string => `luqing.draft.${draftKey}`

const alike = (one: unknown, other: unknown): boolean =>
  one === null || other === null || (typeof one === typeof other && Array.isArray(one) === Array.isArray(other))

/**
 * The form's first values with those of a draft laid over them. Only fields that the form has, holding the kind of
 * value it has, are taken: a draft of an older version of the page, or one tampered with, cannot break the form.
 */
export const overlaid = <Values extends Draft>(initial: Values, draft: unknown): Values => {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return initial
  const fitting = Object.entries(draft).filter(
    ([field, value]) => Object.hasOwn(initial, field) && alike(initial[field], value),
  )
  return fitting.length === 0 ? initial : { ...initial, ...Object.fromEntries(fitting) }
}

export const keptDraft = <Values extends Draft>(draftKey: string | null, initial: Values): Values => {
  if (draftKey === null) return initial
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(draftKey)) ?? 'null')
    return overlaid(initial, kept)
  } catch {
    return initial
  }
}

export const keepDraft = (draftKey: string | null, values: Draft): void => {
  if (draftKey === null) return
  try {
    sessionStorage.setItem(keyOf(draftKey), JSON.stringify(values))
  } catch {
    // storage full or shut off: the form works on, only without a draft
  }
}

export const dropDraft = (draftKey: string | null): void => {
  if (draftKey === null) return
  try {
    sessionStorage.removeItem(keyOf(draftKey))
  } catch {
    // nothing was kept then
  }
}

/** Drafts belong to whoever wrote them: none is left for the next person on this device. */
export const dropAllDrafts = (): void => {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(keyOf(''))) sessionStorage.removeItem(key)
  } catch {
    // nothing was kept then
  }
}
