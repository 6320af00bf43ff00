import { measureUnits } from '../../server/domain/measures.ts'
import { type Language, words } from './language.ts'

/** The word counted in, as the domain has it; a unit of the county's own is shown as it was written. */
const unitIn =
  (language: Language) =>
  (unit: string): string =>
    measureUnits.find(({ code }) => code === unit)?.[language] ?? unit

export const unitWords = words(unitIn('zh'), unitIn('en'))
