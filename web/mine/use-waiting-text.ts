import { type LngLat, metresBetween } from '../../server/domain/distance.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { mineWords } from '../text/mine-words.ts'
import type { WaitingItem } from './due-groups.ts'

/** What is wanted, why it came back, and how far away it is. */
export const useWaitingText = (here: LngLat | null) => {
  const text = useWords(mineWords)
  const page = useWords(hazardWords)
  return {
    wants: ({ wants }: WaitingItem): string => (wants === null ? text.toKnow : text.wants[wants]),
    button: ({ wants }: WaitingItem): string => (wants === null ? text.open : text.buttons[wants]),
    because: ({ wants, because }: WaitingItem): string => {
      if (because === null || because === '') return ''
      switch (wants) {
        case 'reassign-task':
          return text.refused(because)
        case 'grant-extension':
          return text.asked(because)
        case 'accept-transfer':
          return text.handed(because)
        default:
          return text.returned(because)
      }
    },
    demand: ({ demand }: WaitingItem): string => (demand === '' ? '' : text.demand(demand)),
    away: ({ hazard: { longitude, latitude } }: WaitingItem): string =>
      here === null || longitude === null || latitude === null
        ? ''
        : text.away(page.metres(Math.round(metresBetween(here, [longitude, latitude])))),
  }
}
