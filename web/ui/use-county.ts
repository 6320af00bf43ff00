import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { CountyOnWire } from '../../server/people/wire.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { unitWords } from '../text/unit-words.ts'

export type County = z.infer<typeof CountyOnWire>

export const CountyContext = createContext<County | null>(null)

/** The county's settings, code lists, townships and units; the frame shows a page only once they are here. */
export const useCounty = (): County => {
  const county = useContext(CountyContext)
  if (county === null) throw new Error('useCounty outside of the frame')
  return county
}

/** Names of the county's own codes in the reader's language; a code that is no longer listed is shown as it is. */
export const useCodeNames = () => {
  const { codes, units, townships } = useCounty()
  const language = useLanguage()
  const unit = useWords(unitWords)
  const nameIn = (list: readonly { code: string; zh: string; en: string }[], code: string): string =>
    list.find((entry) => entry.code === code)?.[language] ?? code
  return {
    hazard: (code: string) => nameIn(codes.hazard, code),
    measure: (code: string) => nameIn(codes.measure, code),
    source: (code: string) => nameIn(codes.source, code),
    /** The word a measure is counted in: 米, 块; empty where it has none. */
    unitOfMeasure: (code: string) => {
      const counted = codes.measure.find((entry) => entry.code === code)?.unit ?? null
      return counted === null ? '' : unit(counted)
    },
    unitName: (id: string) => units.find((entry) => entry.id === id)?.name ?? id,
    township: (code: string) => townships.find((entry) => entry.code === code.slice(0, 9))?.name ?? code,
  }
}
