import { type LngLat, metresBetween } from './distance.ts'

/** A photo as the rule sees it: real time in milliseconds, WGS-84 degrees or null, and whose clock and hand it was. */
export interface PhotoAtPlace {
  readonly id: string
  /** Settles the order of photos of one second. */
  readonly name: string
  readonly camera: string
  readonly atMs: number
  /** `file`: only the file's own, which says when it was copied, not when it was taken. */
  readonly timeFrom: 'camera' | 'file'
  readonly lngLat: LngLat | null
}

export interface GroupingRule {
  readonly withinMetres: number
  readonly withinMs: number
  readonly withoutPlaceWithinMs: number
  readonly mostPhotos: number
}

/**
 * When photos belong to one hazard; all four numbers are this project's choice.
 * 40 m: a junction with its approaches, plus a receiver's error, yet less than the way to the next junction in a village.
 * 10 min: looking, measuring and photographing at one place; whoever is back after that looks anew.
 * 2 min without a place: photos of one place follow each other in seconds, the drive to the next place takes longer.
 * 30 photos: as many as one report may carry.
 */
export const groupingRule: GroupingRule = {
  withinMetres: 40,
  withinMs: 10 * 60_000,
  withoutPlaceWithinMs: 2 * 60_000,
  mostPhotos: 30,
}

interface OpenGroup {
  readonly photos: PhotoAtPlace[]
  /** The place of its first photo that has one: groups do not creep along the road with each further photo. */
  anchor: LngLat | null
  lastMs: number
}

/**
 * Photos as hazards-to-be, each a list of photos in order of time, the lists in order of their first photo. The same
 * photos give the same groups in whatever order they come. A photo with a place joins the nearest group that is still
 * open there; one without joins what the same camera took just before, and by time alone. One whose time is only its
 * file's stands alone: all files copied in one go bear the same time.
 */
export function groupPhotos(
  photos: readonly PhotoAtPlace[],
  rule: GroupingRule = groupingRule,
): readonly (readonly PhotoAtPlace[])[] {
  const groups: OpenGroup[] = []
  const latestOf = new Map<string, OpenGroup>()
  const fits = (group: OpenGroup, photo: PhotoAtPlace, withinMs: number): boolean =>
    photo.atMs - group.lastMs <= withinMs && group.photos.length < rule.mostPhotos

  for (const photo of [...photos].sort(byTime)) {
    if (photo.timeFrom === 'file') {
      // without an anchor, and no camera's latest: nothing joins it later
      newGroup(groups).photos.push(photo)
      continue
    }
    const latest = latestOf.get(photo.camera)
    const byClock =
      latest !== undefined &&
      (photo.lngLat === null || latest.anchor === null) &&
      fits(latest, photo, rule.withoutPlaceWithinMs)
        ? latest
        : null
    const group = nearestOpen(groups, photo, rule, fits) ?? byClock ?? newGroup(groups)
    group.photos.push(photo)
    group.anchor ??= photo.lngLat
    group.lastMs = photo.atMs
    latestOf.set(photo.camera, group)
  }
  return groups.map((group) => group.photos)
}

const byTime = (a: PhotoAtPlace, b: PhotoAtPlace): number =>
  a.atMs - b.atMs || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)

const newGroup = (groups: OpenGroup[]): OpenGroup => {
  const group: OpenGroup = { photos: [], anchor: null, lastMs: 0 }
  groups.push(group)
  return group
}

const nearestOpen = (
  groups: readonly OpenGroup[],
  { lngLat, ...photo }: PhotoAtPlace,
  { withinMetres, withinMs }: GroupingRule,
  fits: (group: OpenGroup, photo: PhotoAtPlace, withinMs: number) => boolean,
): OpenGroup | null => {
  if (lngLat === null) return null
  let nearest: { group: OpenGroup; metres: number } | null = null
  for (const group of groups) {
    if (group.anchor === null || !fits(group, { lngLat, ...photo }, withinMs)) continue
    const metres = metresBetween(group.anchor, lngLat)
    if (metres <= withinMetres && (nearest === null || metres < nearest.metres)) nearest = { group, metres }
  }
  return nearest?.group ?? null
}

/** The photo that stands for its group's place: the one with the smallest sum of metres to the others; null without any. */
export function middlePhoto<Photo extends { readonly lngLat: LngLat | null }>(photos: readonly Photo[]): Photo | null {
  let middle: { photo: Photo; metres: number } | null = null
  for (const photo of photos) {
    const { lngLat } = photo
    if (lngLat === null) continue
    const metres = photos.reduce(
      (sum, other) => sum + (other.lngLat === null ? 0 : metresBetween(lngLat, other.lngLat)),
      0,
    )
    if (middle === null || metres < middle.metres) middle = { photo, metres }
  }
  return middle?.photo ?? null
}
