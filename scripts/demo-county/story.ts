import type { LeadSource, Severity } from '../../db/vocabulary.ts'
import type { Cast } from './cast.ts'
import type { DemoGeography, PlaceOnRoad } from './geography-shapes.ts'
import { type Remedy, remedies } from './remedies.ts'
import type { SeededRandom } from './seeded-random.ts'
import { countySeatCode } from './townships.ts'
import { findingWords, progressOf } from './wordings.ts'

/** One thing that somebody does to a hazard at a time; what it needs besides is worked out when it is played. */
export type Deed =
  | { act: 'report'; by: string; source: LeadSource; scene: boolean }
  | { act: 'dispatch'; by: string; unitId: string }
  | { act: 'photograph'; by: string }
  | { act: 'complete'; by: string }
  | { act: 'register'; by: string; severity: Severity; unitId: string; quantities: number[] }
  | { act: 'accept' | 'start' | 'resume'; by: string }
  | { act: 'refuse'; by: string; ownerUnitId: string }
  | { act: 'reassign'; by: string; unitId: string }
  | { act: 'interim'; by: string }
  | { act: 'plan'; by: string }
  | { act: 'submit'; by: string; poor: boolean }
  | { act: 'return'; by: string }
  | { act: 'verify'; by: string }
  | { act: 'revisit'; by: string; passes: boolean }
  | { act: 'ask-extension'; by: string; moreDays: number }
  | { act: 'grant-extension' | 'refuse-extension'; by: string }
  | { act: 'supervise'; by: string; supervisorId: string }
  | { act: 'progress'; by: string; words: string }
  | { act: 'transfer'; by: string; unitId: string }
  | { act: 'accept-transfer'; by: string }
  | { act: 'void'; by: string }
  | { act: 'comment'; by: string }

export interface Event {
  at: number
  deed: Deed
}

export interface Story {
  seed: string
  place: PlaceOnRoad
  remedy: Remedy
  words: string
  events: Event[]
}

const hour = 3_600_000
const day = 24 * hour
const chinaAhead = 8 * hour

/** The same day between eight and six in China, never at night. */
export const daytime = (at: number, random: SeededRandom): number => {
  const midnight = Math.floor((at + chinaAhead) / day) * day - chinaAhead
  return midnight + 8 * hour + Math.floor(random.next() * 10 * hour)
}

const leadSources: readonly [LeadSource, ...LeadSource[]] = [
  'patrol',
  'patrol',
  'patrol',
  'patrol',
  'patrol',
  'accident',
  'villagers-meeting',
  'public-tip',
  'police-call',
  'campaign',
  'data-analysis',
  'covert-check',
]

/** Schools are looked at with the schools; only what is found there comes from it. */
const sourceOf = ({ code }: Remedy, random: SeededRandom): LeadSource => {
  const usual = random.pick(leadSources)
  return code === 'G01' && random.chance(0.75) ? 'school' : usual
}

/**
 * One hazard's life from its first photo on, as a list of deeds with their times. Deeds after `until` simply have not
 * happened yet, which is how the register comes to hold hazards at every stage.
 */
export const tellStory = (
  random: SeededRandom,
  seed: string,
  reportedAt: number,
  until: number,
  geography: DemoGeography,
  cast: Cast,
  taken: Set<string>,
): Story => {
  const remedy = weighted(random)
  const lately = until - reportedAt < 70 * day
  const place = placeFor(random, geography, remedy, random.chance(lately ? 0.22 : 0.05), taken)
  const severity = random.pick(remedy.severity)
  const squad =
    cast.squads.find(({ unitId }) =>
      cast.units.find(({ id }) => id === unitId)?.areaCodes.includes(place.townshipCode),
    ) ?? cast.squads[0]
  if (!squad) throw new Error('the demo county has no squad')
  const officer = random.pickAny(squad.people) ?? ''
  const reviewer = random.pickAny(cast.reviewers) ?? ''
  const events: Event[] = []
  const townshipUnit = cast.unitOfTownship(place.townshipCode)
  let clock = daytime(Math.floor(reportedAt), random)
  const tell = (afterDays: number, deed: Deed): void => {
    const soon = Math.floor(clock + Math.max(60_000, afterDays * day))
    const later = afterDays < 0.2 ? soon : daytime(soon, random)
    clock = later > clock ? later : clock + hour / 2
    events.push({ at: clock, deed })
  }

  // somebody would have asked long ago why nothing happens: only lately reported ones are often stuck
  const stuckNow = lately ? 0.16 : 0.006
  const local = cast.reporters.filter((id) => cast.people.some((one) => one.id === id && one.unitId === townshipUnit))
  const bySquad = random.chance(local.length > 0 ? 0.55 : 0.8)
  const words = findingWords(remedy, seed, bySquad, reportedAt)
  if (bySquad) {
    tell(0, { act: 'report', by: officer, source: sourceOf(remedy, random), scene: random.chance(0.85) })
  } else {
    // everybody tells of their own township
    const reporter = random.pickAny(random.chance(0.8) ? local : []) ?? cast.chiefOfUnit(townshipUnit)
    tell(0, {
      act: 'report',
      by: reporter,
      source: random.chance(0.5) ? 'public-tip' : 'villagers-meeting',
      scene: false,
    })
    if (random.chance(0.08)) {
      tell(1, { act: 'void', by: reviewer })
      return { seed, place, remedy, words, events }
    }
    tell(random.between(0.3, 2), { act: 'dispatch', by: random.chance(0.5) ? reviewer : officer, unitId: squad.unitId })
    tell(random.between(0.3, 2), { act: 'photograph', by: officer })
  }
  const whole = events[0]?.deed
  if (!(whole?.act === 'report' && whole.scene)) tell(0.02, { act: 'complete', by: officer })

  const isMainRoad = /^[GSX]/.test(place.routeCode)
  const rightUnit = isMainRoad ? cast.roadUnit : townshipUnit
  const wronglyAssigned = isMainRoad && random.chance(0.25)
  let unit = wronglyAssigned ? townshipUnit : rightUnit
  tell(random.between(0.05, 2.5), {
    act: 'register',
    by: severity === 'minor' ? officer : reviewer,
    severity,
    unitId: unit,
    quantities: remedy.measures.map(([, fewest, most]) => random.wholeBetween(fewest, most)),
  })
  if (wronglyAssigned) {
    tell(random.between(0.3, 2), { act: 'refuse', by: cast.chiefOfUnit(unit), ownerUnitId: rightUnit })
    unit = rightUnit
    tell(random.between(0.3, 2), { act: 'reassign', by: reviewer, unitId: unit })
  }
  let owner = cast.chiefOfUnit(unit)
  if (random.chance(stuckNow)) return { seed, place, remedy, words, events }
  tell(random.between(0.1, 2), { act: 'accept', by: owner })
  if (remedy.code === 'H01' && random.chance(0.3)) {
    // what stands in the road is cleared by those who keep the streets
    tell(random.between(0.3, 1), { act: 'transfer', by: reviewer, unitId: cast.cityUnit })
    owner = cast.chiefOfUnit(cast.cityUnit)
    tell(random.between(0.3, 2), { act: 'accept-transfer', by: owner })
  }
  if (severity === 'major' || (severity === 'serious' && random.chance(0.5)))
    tell(random.between(0.1, 0.8), { act: 'interim', by: owner })
  if (severity !== 'minor' && random.chance(0.12)) {
    tell(random.between(1, 5), { act: 'plan', by: owner })
    if (random.chance(0.6)) return { seed, place, remedy, words, events }
    tell(random.between(40, 90), { act: 'resume', by: owner })
    tell(random.between(0.3, 2), { act: 'accept', by: owner })
  }
  tell(random.between(0.5, 4), { act: 'start', by: owner })
  if (random.chance(stuckNow)) {
    tell(20, { act: 'comment', by: cast.leader })
    return { seed, place, remedy, words, events }
  }
  const usualDays = { minor: 7, serious: 17, major: 38 }[severity]
  if (severity === 'major' || random.chance(0.03)) {
    if (severity !== 'major') tell(1, { act: 'supervise', by: cast.leader, supervisorId: reviewer })
    for (const how of random.chance(0.7) ? progressOf(remedy) : progressOf(remedy).slice(0, 1))
      tell(random.between(5, 8), { act: 'progress', by: owner, words: how })
  }
  if (severity === 'serious' && random.chance(lately ? 0.5 : 0.16)) {
    tell(random.between(4, 9), { act: 'ask-extension', by: owner, moreDays: random.wholeBetween(7, 20) })
    if (random.chance(lately ? 0.4 : 0.95)) {
      const granted = random.chance(0.75)
      tell(random.between(0.2, 1.5), { act: granted ? 'grant-extension' : 'refuse-extension', by: reviewer })
    }
  }
  tell(Math.max(0.5, random.gaussian(usualDays, usualDays * 0.4)), {
    act: 'submit',
    by: owner,
    poor: random.chance(0.13),
  })
  const verifier = severity === 'minor' && random.chance(0.7) ? officer : reviewer
  const submitted = events.at(-1)?.deed
  if (submitted?.act === 'submit' && submitted.poor) {
    tell(random.between(0.3, 2), { act: 'return', by: verifier })
    tell(random.between(1, 6), { act: 'submit', by: owner, poor: false })
  }
  tell(random.between(0.3, 3), { act: 'verify', by: verifier })
  const relapses = random.chance(0.07)
  tell(random.between(27, 31), { act: 'revisit', by: officer, passes: !relapses })
  if (relapses) {
    tell(random.between(2, 12), { act: 'submit', by: owner, poor: false })
    tell(random.between(0.3, 3), { act: 'verify', by: reviewer })
    tell(random.between(27, 31), { act: 'revisit', by: officer, passes: true })
  } else if (random.chance(0.97)) tell(random.between(56, 61), { act: 'revisit', by: officer, passes: true })
  return { seed, place, remedy, words, events: events.filter(({ at }) => at <= until) }
}

const weighted = (random: SeededRandom): Remedy => {
  const total = remedies.reduce((sum, { weight }) => sum + weight, 0)
  let left = random.next() * total
  for (const remedy of remedies) {
    left -= remedy.weight
    if (left <= 0) return remedy
  }
  return remedies[0]
}

/** Somewhere that fits; around the county seat when asked, whose road chief is among the demo's sign-ins. */
const placeFor = (
  random: SeededRandom,
  geography: DemoGeography,
  remedy: Remedy,
  atSeat: boolean,
  taken: Set<string>,
): PlaceOnRoad => {
  // some junctions turn hazardous again, most of those that are found were never known before
  const mayBeKnown = random.chance(0.25)
  const fits = ({ townshipCode, lngLat }: PlaceOnRoad): boolean =>
    (!atSeat || townshipCode === countySeatCode) && (mayBeKnown || !taken.has(cellOf(lngLat)))
  let place = anyPlaceFor(random, geography, remedy)
  for (let attempt = 0; attempt < 200 && !fits(place); attempt++) place = anyPlaceFor(random, geography, remedy)
  taken.add(cellOf(place.lngLat))
  return place
}

/** About a hundred metres each way. */
const cellOf = ([lng, lat]: readonly [number, number]): string => `${lng.toFixed(3)} ${lat.toFixed(3)}`

/** Junction hazards at junctions, school hazards at a school's gate, the others along a road. */
const anyPlaceFor = (random: SeededRandom, geography: DemoGeography, remedy: Remedy): PlaceOnRoad => {
  if (remedy.code === 'G01') {
    const school = random.pickAny(geography.schools)
    if (school) return { ...geography.pointOnRoad(school.roadId, 0.5), ...at(geography, school.gate.coordinates) }
  }
  if (remedy.code.startsWith('A')) {
    const junction = random.pickAny(geography.junctions)
    const road = junction?.roads[0]
    const line = geography.roads.find(({ id }) => id === road?.roadId)
    if (junction && road && line) {
      const fraction = Math.min(1, Math.max(0, (road.chainageMetres - line.startChainageMetres) / line.lengthMetres))
      return { ...geography.pointOnRoad(road.roadId, fraction), ...at(geography, junction.lngLat) }
    }
  }
  const road = random.pickAny(geography.roads)
  if (!road) throw new Error('the demo county has no roads')
  return geography.pointOnRoad(road.id, random.between(0.05, 0.95))
}

const at = (geography: DemoGeography, [lng = 0, lat = 0]: readonly number[]) => {
  const village = geography.villageAt([lng, lat])
  return { lngLat: [lng, lat] as [number, number], villageCode: village.code, townshipCode: village.townshipCode }
}
