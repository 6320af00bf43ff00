import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '../api.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { type Group, groupsOf } from './arrangement.ts'
import { type CardDesk, makeCardDesk } from './card-desk.ts'
import { placeOf, type SetPhoto, setPhotos } from './card-photo.ts'
import { pointsOfGpx } from './gpx-file.ts'
import { readCard } from './read-card.ts'
import { cardReceipts, type Receipts } from './receipts.ts'

interface OwnDesk {
  readonly desk: CardDesk
  readonly receipts: Receipts
}

/** One desk per person and tab: a look at another page must not clear it, and the next person must not find it. */
const desks = new Map<string, OwnDesk>()

export const useCardDesk = (): OwnDesk => {
  const { person } = useMe()
  const { timeZone } = useCounty()
  const outbox = useOutbox()
  const own = useMemo(() => {
    const before = desks.get(person.id)
    if (before !== undefined) return before
    const receipts = cardReceipts(person.id)
    const desk = makeCardDesk({
      read: (files, onRead) => readCard(files, timeZone, onRead),
      pointsOf: (text) => pointsOfGpx(text, new DOMParser()),
      receipts,
      isKept: async (hazardId) => {
        if (outbox.entries().some(({ id }) => id === hazardId)) return true
        try {
          return (await api.hazards[':id'].$get({ param: { id: hazardId } })).ok
        } catch {
          return false // without an answer it goes in again under the same id, which cannot double it
        }
      },
      showFile: (preview) => URL.createObjectURL(preview),
      hideFile: (url) => URL.revokeObjectURL(url),
    })
    const made = { desk, receipts }
    desks.set(person.id, made)
    return made
  }, [person.id, timeZone, outbox])
  return own
}

/** The desk as it is now, with its photos at their real time and place and the hazards-to-be they make. */
export const useDeskState = (desk: CardDesk) => {
  const state = useSyncExternalStore(desk.subscribe, desk.state, desk.state)
  const { photos, aheadMs, arrangement, track } = state
  const set = useMemo(() => setPhotos(photos, aheadMs, arrangement, track), [photos, aheadMs, arrangement, track])
  const groups = useMemo(() => {
    const byId = new Map(set.map((each) => [each.id, each]))
    const left = new Set(arrangement.out)
    const shown = groupsOf(
      arrangement,
      set.filter(({ id }) => !left.has(id)),
    )
    return shown.map((group): ShownGroup => {
      const members = group.photoIds
        .flatMap((id) => byId.get(id) ?? [])
        .sort((a, b) => a.atMs - b.atMs || (a.name < b.name ? -1 : 1))
      return { ...group, photoIds: members.map(({ id }) => id), photos: members, ...placeOf(members) }
    })
  }, [set, arrangement])
  const [placed, unplaced] = useMemo(() => {
    const hasPlace = ({ position, placeCode }: ShownGroup): boolean => position !== null || placeCode !== null
    return [groups.filter(hasPlace), groups.filter((group) => !hasPlace(group))]
  }, [groups])
  return { state, set, groups, placed, unplaced }
}

export type ShownGroup = Group & ReturnType<typeof placeOf> & { readonly photos: readonly SetPhoto[] }

/** Closing the tab would lose what hands have arranged; the browser asks first. */
export const useAskBeforeLeaving = (busy: boolean): void => {
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [busy])
}
