export type Language = 'zh' | 'en'

export interface Both<Words> {
  readonly zh: Words
  readonly en: Words
}

/** A noun's words in both languages; the English must have exactly what the Chinese has, or it does not compile. */
export const words = <Words>(zh: Words, en: NoInfer<Words>): Both<Words> => ({ zh, en })

const rememberedAs = 'luqing.language'
const listeners = new Set<() => void>()

/** Chinese first: English only where the reader's browser asks for it before Chinese. */
export const languageAskedFor = (tags: readonly string[]): Language => {
  const known = tags.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'zh' || tag === 'en')
  return known === 'en' ? 'en' : 'zh'
}

const remembered = (): Language | null => {
  try {
    const kept = localStorage.getItem(rememberedAs)
    return kept === 'zh' || kept === 'en' ? kept : null
  } catch {
    return null // storage may be shut off; the language then lasts as long as the page
  }
}

const atFirst = (): Language =>
  typeof navigator === 'undefined' ? 'zh' : (remembered() ?? languageAskedFor(navigator.languages ?? []))

let current = atFirst()

export const languageNow = (): Language => current
export const languageTag = (language: Language): 'zh-CN' | 'en' => (language === 'zh' ? 'zh-CN' : 'en')

export const switchLanguage = (to: Language): void => {
  current = to
  try {
    localStorage.setItem(rememberedAs, to)
  } catch {
    // not remembered, but switched
  }
  document.documentElement.lang = languageTag(to)
  for (const tell of listeners) tell()
}

/** Told when it is switched. */
export const onLanguage = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The words of one noun in the reader's language, outside of a component. */
export const wordsNow = <Words>(both: Both<Words>): Words => both[current]
