import { groupingRule, groupPhotos, type PhotoAtPlace } from '../../server/domain/photo-groups.ts'

/** Put by hand: a spot on the map, a stake, or only the name of a township or village. */
export type HandPlace =
  | { readonly kind: 'pin' | 'stake'; readonly lngLat: readonly [number, number] }
  | { readonly kind: 'place'; readonly code: string; readonly name: string }

/** A hazard-to-be. `id` is the page's own; the hazard gets its id when it is kept. */
export interface Group {
  readonly id: string
  readonly photoIds: readonly string[]
  readonly code: string
  readonly description: string
}

/** What hands have done so far; whatever they have not touched follows the rule. */
export interface Arrangement {
  readonly groups: readonly Group[]
  readonly out: readonly string[]
  readonly placed: Readonly<Record<string, HandPlace>>
}

export const untouched: Arrangement = { groups: [], out: [], placed: {} }

/** Hands' groups as they are, all other photos by the rule, in order of time. `photos` are those not left out. */
export const groupsOf = (arrangement: Arrangement, photos: readonly PhotoAtPlace[]): readonly Group[] => {
  const here = new Map(photos.map((photo) => [photo.id, photo]))
  const kept = arrangement.groups
    .map((group) => ({ ...group, photoIds: group.photoIds.filter((id) => here.has(id)) }))
    .filter(({ photoIds }) => photoIds.length > 0)
  const taken = new Set([...kept.flatMap(({ photoIds }) => photoIds), ...arrangement.out])
  const byRule = groupPhotos(photos.filter(({ id }) => !taken.has(id))).map((list): Group => {
    const photoIds = list.map(({ id }) => id)
    const id = `by-rule-${photoIds[0]}`
    // a hand may hold what was left of a group whose first photo has come back
    return { id: kept.some((group) => group.id === id) ? `${id}-again` : id, photoIds, code: '', description: '' }
  })
  const beganMs = ({ photoIds }: Group): number => Math.min(...photoIds.map((id) => here.get(id)?.atMs ?? 0))
  return [...kept, ...byRule].sort((a, b) => beganMs(a) - beganMs(b) || (a.id < b.id ? -1 : 1))
}

const isSame = (one: Group, other: Group): boolean =>
  one.id === other.id &&
  one.code === other.code &&
  one.description === other.description &&
  one.photoIds.join() === other.photoIds.join()

/**
 * The page showed `before`, a hand made it `next`: what is now another is the hand's, and no rule moves it again. All
 * else goes on following the rule, so that a clock put right later still puts its photos right.
 */
export const withGroups = (arrangement: Arrangement, before: readonly Group[], next: readonly Group[]): Arrangement => {
  const hands = new Set(arrangement.groups.map(({ id }) => id))
  const untouchedGroup = (group: Group): boolean =>
    !hands.has(group.id) && before.some((former) => isSame(former, group))
  return { ...arrangement, groups: next.filter((group) => group.photoIds.length > 0 && !untouchedGroup(group)) }
}

const without = (shown: readonly Group[], photoIds: readonly string[]): Group[] => {
  const gone = new Set(photoIds)
  return shown.map((group) => ({ ...group, photoIds: group.photoIds.filter((id) => !gone.has(id)) }))
}

/** The photos chosen become a group of their own, with the category and remark of where they came from. */
export const splitOff = (shown: readonly Group[], photoIds: readonly string[], newId: string): Group[] => {
  const from = shown.find((group) => group.photoIds.some((id) => photoIds.includes(id)))
  return [
    ...without(shown, photoIds),
    { id: newId, photoIds, code: from?.code ?? '', description: from?.description ?? '' },
  ]
}

/** This photo and all after it in its group. */
export const fromHereOn = (shown: readonly Group[], photoId: string): readonly string[] => {
  const group = shown.find(({ photoIds }) => photoIds.includes(photoId))
  return group === undefined ? [] : group.photoIds.slice(group.photoIds.indexOf(photoId))
}

/** The groups become the first of them; its category stands, where it has none the next one's. */
export const joined = (shown: readonly Group[], groupIds: readonly string[]): Group[] => {
  const parts = shown.filter(({ id }) => groupIds.includes(id))
  const [first] = parts
  if (first === undefined) return [...shown]
  const whole: Group = {
    id: first.id,
    photoIds: parts.flatMap(({ photoIds }) => photoIds),
    code: parts.find(({ code }) => code !== '')?.code ?? '',
    description: parts
      .map(({ description }) => description.trim())
      .filter((words) => words !== '')
      .join('\n'),
  }
  return shown.flatMap((group) => (group.id === first.id ? [whole] : groupIds.includes(group.id) ? [] : [group]))
}

/** Whether so many photos fit into one report. */
export const mayJoin = (shown: readonly Group[], groupIds: readonly string[]): boolean =>
  shown.filter(({ id }) => groupIds.includes(id)).reduce((sum, { photoIds }) => sum + photoIds.length, 0) <=
  groupingRule.mostPhotos

export const moved = (shown: readonly Group[], photoIds: readonly string[], toGroupId: string): Group[] =>
  without(
    shown,
    photoIds.filter((id) => !shown.some((group) => group.id === toGroupId && group.photoIds.includes(id))),
  ).map((group) =>
    group.id === toGroupId ? { ...group, photoIds: [...new Set([...group.photoIds, ...photoIds])] } : group,
  )

export const described = (
  shown: readonly Group[],
  groupIds: readonly string[],
  change: Partial<Pick<Group, 'code' | 'description'>>,
): Group[] => shown.map((group) => (groupIds.includes(group.id) ? { ...group, ...change } : group))

export const leftOut = (arrangement: Arrangement, photoIds: readonly string[]): Arrangement => ({
  ...arrangement,
  groups: without(arrangement.groups, photoIds).filter((group) => group.photoIds.length > 0),
  out: [...new Set([...arrangement.out, ...photoIds])],
})

export const broughtBack = (arrangement: Arrangement): Arrangement => ({ ...arrangement, out: [] })

export const placedAt = (arrangement: Arrangement, photoIds: readonly string[], at: HandPlace): Arrangement => ({
  ...arrangement,
  placed: { ...arrangement.placed, ...Object.fromEntries(photoIds.map((id) => [id, at])) },
})
