import { createHash } from 'node:crypto'
import type { Geometry } from 'geojson'
import { wholeEarth } from '../domain/distance.ts'
import type { Drawing } from '../domain/metres-moved.ts'
import { makePlaceIndex } from '../domain/place-index.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import { faultsOfBatch } from '../zones/furnishing-faults.ts'
import type { Found } from './geometry-checks.ts'
import { type ImportFault, isImportFault } from './import-faults-wire.ts'
import type { KnownCounty } from './known-county.ts'
import { becomeArea } from './layers/areas.ts'
import type { Became, PlacedRow, Setting } from './layers/candidate.ts'
import { type KnownLanes, knownLanesOf } from './layers/known-lanes.ts'
import { knownLinesOf } from './layers/known-lines.ts'
import { becomePlace } from './layers/places.ts'
import { becomeRoad, type RouteCounts, routeFieldOf } from './layers/roads.ts'
import { becomeSegment, routeIn, shortHash } from './layers/segments.ts'
import { farMovesFrom, pointOf } from './moves-far.ts'
import { overlapsAmong } from './overlaps.ts'
import { placeNamesOf } from './place-names.ts'
import { placeRows } from './place-rows.ts'
import type { ReadFile, ReadRow } from './read-shape.ts'
import { divisionCodeOf, wordIn } from './row-values.ts'
import type { ImportChoices } from './wire.ts'

export type RowState = 'added' | 'redrawn' | 'same' | 'faulty'

/** What comes of one row; without a `source` it could not be read at all. */
export interface PlannedRow {
  readonly row: number
  readonly what: string
  readonly state: RowState
  readonly fault: Found | null
  readonly notes: readonly Found[]
  readonly geometry: Geometry | null
}

export interface Plan {
  readonly rows: readonly PlannedRow[]
  /** Rows that are roads without a route code. */
  readonly unnumbered: number
  /** Whatever is to be written: rows that are as they were are not in it. */
  readonly batch: FurnishBatch
  readonly fingerprint: string
}

type Item =
  | { readonly list: 'zones'; readonly value: FurnishBatch['zones'][number]; readonly chief: string | null }
  | { readonly list: 'roads'; readonly value: FurnishBatch['roads'][number] }
  | { readonly list: 'places'; readonly value: FurnishBatch['places'][number] }

interface Draft {
  readonly source: ReadRow
  readonly geometry: Geometry | null
  readonly items: readonly Item[]
  fault: Found | null
  readonly notes: Found[]
}

const become = (setting: Setting, row: PlacedRow, countsOf: RouteCounts, lanes: KnownLanes): Became => {
  switch (setting.choices.layer) {
    case 'areas':
      return becomeArea(setting, row)
    case 'segments':
      return becomeSegment(setting, row)
    case 'roads':
      return becomeRoad(setting, row, countsOf, lanes)
    case 'places':
    case 'divisions':
      return becomePlace(setting, row)
  }
}

const itemsOf = (became: Exclude<Became, Found>): Item[] => {
  if ('zone' in became) return [{ list: 'zones', value: became.zone, chief: became.chief }]
  if ('place' in became) return [{ list: 'places', value: became.place }]
  return became.roads.map((value) => ({ list: 'roads', value }))
}

const isUnnumbered = (item: Item | undefined): boolean => item?.list === 'roads' && item.value.routeCode === null

const keyOf = (item: Item): string => (item.list === 'places' ? item.value.code : item.value.id)
const keyInCounty = (item: Item): string => `${item.list} ${keyOf(item)}`
const drawingOf = (item: Item): Drawing => (item.list === 'places' ? pointOf(item.value) : item.value.geometry)

/** Fields in a fixed order, so that two of the same content are the same text; who invented it is not content. */
const contentOf = (value: object): string => {
  const { invented: _, ...rest } = { invented: false, ...value }
  return JSON.stringify(rest, (__, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

const countRoutes = (rows: readonly ReadRow[], known: KnownCounty, fields: ImportChoices['fields']): RouteCounts => {
  const inFile = new Map<string, number>()
  for (const row of rows) {
    const route = routeIn(wordIn(row, fields, 'route') ?? '')
    if (route) inFile.set(route.code, (inFile.get(route.code) ?? 0) + 1)
  }
  const byRoute = Map.groupBy(known.roads, ({ routeCode }) => routeCode)
  return (code) => ({ inFile: inFile.get(code) ?? 0, known: byRoute.get(code) ?? [] })
}

const drafted = (file: ReadFile, known: KnownCounty, asked: ImportChoices): Draft[] => {
  const route = asked.layer === 'roads' ? routeFieldOf(file.rows, asked.fields) : asked.fields.route
  const choices = { ...asked, fields: { ...asked.fields, route } }
  const zones = known.zones.filter(({ shape }) => shape === 'area')
  const index = makePlaceIndex(known.code, { segmentMetres: 30, bounds: known.bounds }, zones, [])
  const codesInFile = new Set(file.rows.flatMap((row) => divisionCodeOf(wordIn(row, choices.fields, 'code')) ?? []))
  const setting: Setting = {
    known,
    choices,
    index,
    codesInFile,
    lines: knownLinesOf(known),
    names: placeNamesOf(known.places),
  }
  const countsOf = countRoutes(choices.layer === 'roads' ? file.rows : [], known, choices.fields)
  const rows = placeRows(file, known, choices)
  const sound = choices.layer === 'roads' ? rows.flatMap((one) => ('placed' in one ? [one.placed] : [])) : []
  const lanes = knownLanesOf(setting, sound)
  return rows.map((one): Draft => {
    if (!('placed' in one))
      return { source: one.source, geometry: one.geometry, items: [], fault: one.fault, notes: [] }
    const { placed } = one
    const became = become(setting, placed, countsOf, lanes)
    if ('fault' in became) return { ...placed, items: [], fault: became, notes: [] }
    const items = itemsOf(became)
    const [first] = items
    const geometry = placed.geometry ?? (first ? drawingOf(first) : null)
    return { source: placed.source, geometry, items, fault: null, notes: [...one.notes, ...became.notes] }
  })
}

/** What furnishing itself would refuse, told by row. */
const markFurnishingFaults = (drafts: readonly Draft[], known: KnownCounty): void => {
  const lists = { zones: itemsIn(drafts, 'zones'), roads: itemsIn(drafts, 'roads'), places: itemsIn(drafts, 'places') }
  const batch: FurnishBatch = {
    zones: lists.zones.flatMap(({ item }) => (item.list === 'zones' ? [item.value] : [])),
    roads: lists.roads.flatMap(({ item }) => (item.list === 'roads' ? [item.value] : [])),
    places: lists.places.flatMap(({ item }) => (item.list === 'places' ? [item.value] : [])),
    posts: [],
  }
  for (const { pointer, fault } of faultsOfBatch({ code: known.code, bounds: known.bounds ?? wholeEarth }, batch)) {
    const [, list = '', at = '', field = ''] = pointer.split('/')
    const hit = list === 'zones' || list === 'roads' || list === 'places' ? lists[list][Number(at)] : undefined
    if (!hit || hit.draft.fault !== null || fault === 'twice') continue
    const asCode = field === 'routeCode' ? 'not-a-route-code' : fault
    const told: ImportFault = isImportFault(asCode) ? asCode : 'faulty'
    const value: unknown = Reflect.get(hit.item.value, field)
    const detail = typeof value === 'string' ? value : ''
    hit.draft.fault = { fault: told, detail: told === 'faulty' ? fault : detail }
  }
}

/** Of two sound rows with the same key the later one is the fault. */
const markTwins = (drafts: readonly Draft[]): void => {
  const firstRow = new Map<string, number>()
  for (const draft of drafts) {
    if (draft.fault !== null) continue
    const keys = draft.items.map(keyInCounty)
    const before = keys.map((key) => firstRow.get(key)).find((row) => row !== undefined)
    if (before !== undefined) draft.fault = { fault: 'twice', detail: String(before) }
    else for (const key of keys) firstRow.set(key, draft.source.row)
  }
}

const itemsIn = (drafts: readonly Draft[], list: Item['list']): { draft: Draft; item: Item }[] =>
  drafts.flatMap((draft) =>
    draft.fault === null ? draft.items.flatMap((item) => (item.list === list ? [{ draft, item }] : [])) : [],
  )

const markOverlaps = (drafts: readonly Draft[], known: KnownCounty): void => {
  const own = itemsIn(drafts, 'zones').flatMap(({ draft, item }) =>
    item.list === 'zones' && item.value.shape === 'area' ? [{ draft, zone: item.value }] : [],
  )
  const replaced = new Set(own.map(({ zone }) => zone.id))
  const others = known.zones.filter(({ id, shape }) => shape === 'area' && !replaced.has(id))
  const byId = new Map(own.map((one) => [one.zone.id, one]))
  const names = new Map([...others, ...own.map(({ zone }) => zone)].map(({ id, name }) => [id, name]))
  for (const [, zones] of Map.groupBy([...own.map(({ zone }) => zone), ...others], ({ level }) => level)) {
    const areas = zones.flatMap(({ id, geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [{ key: id, geometry }] : [],
    )
    for (const [a, b] of overlapsAmong(areas)) {
      const [mine, other] = byId.has(a) ? [a, b] : [b, a]
      byId.get(mine)?.draft.notes.push({ fault: 'overlaps', detail: names.get(other) ?? '' })
    }
  }
}

/** Chiefs named in the file hold their zone from today, where nobody else does. */
const postsOf = (drafts: readonly Draft[], known: KnownCounty): FurnishBatch['posts'] =>
  itemsIn(drafts, 'zones').flatMap(({ draft, item }) => {
    if (item.list !== 'zones' || item.chief === null) return []
    const { chief, value } = item
    const namesakes = known.people.filter(({ name }) => name === chief)
    const [person] = namesakes
    if (!person || namesakes.length > 1) {
      draft.notes.push({ fault: 'unknown-chief', detail: chief })
      return []
    }
    const held = known.posts.filter(({ zoneId, level }) => zoneId === value.id && level === value.level)
    if (held.some(({ personId }) => personId === person.id)) return []
    if (held.length > 0) {
      draft.notes.push({ fault: 'another-chief', detail: chief })
      return []
    }
    const id = `post-${shortHash(value.id, person.id, value.level, known.today)}`
    const terms = { heldFrom: known.today, heldUntil: null }
    return [{ id, zoneId: value.id, personId: person.id, level: value.level, ...terms }]
  })

type Standing = (item: Item) => 'added' | 'redrawn' | 'same'

/** How an item stands to what the county has; contents are compared only where there is something to compare with. */
const standingIn = ({ zones, roads, places }: KnownCounty): Standing => {
  const known = new Map<string, object>([
    ...zones.map((zone) => [`zones ${zone.id}`, zone] as const),
    ...roads.map((road) => [`roads ${road.id}`, road] as const),
    ...places.map((place) => [`places ${place.code}`, place] as const),
  ])
  const told = new Map<Item, 'added' | 'redrawn' | 'same'>()
  return (item) => {
    const before = told.get(item)
    if (before !== undefined) return before
    const one = known.get(keyInCounty(item))
    const standing = one === undefined ? 'added' : contentOf(one) === contentOf(item.value) ? 'same' : 'redrawn'
    told.set(item, standing)
    return standing
  }
}

const markFarMoves = (drafts: readonly Draft[], known: KnownCounty, standing: Standing): void => {
  const farMove = farMovesFrom(known)
  for (const { fault, items, notes } of drafts) {
    const redrawn = fault === null ? items.filter((item) => standing(item) === 'redrawn') : []
    const found = farMove(redrawn.map((item) => ({ key: keyInCounty(item), drawing: drawingOf(item) })))
    if (found) notes.push(found)
  }
}

const stateOf = (draft: Draft, standing: Standing): RowState => {
  if (draft.fault !== null) return 'faulty'
  const states = draft.items.map(standing)
  return states.includes('redrawn') ? 'redrawn' : states.includes('added') ? 'added' : 'same'
}

const whatOf = ({ source, items }: Draft, fields: ImportChoices['fields']): string => {
  const [item] = items
  if (item && item.value.name !== '') return item.value.name
  return wordIn(source, fields, 'name') ?? wordIn(source, fields, 'route') ?? wordIn(source, fields, 'code') ?? ''
}

/** What a file, read as chosen, would do to the county: row by row, and as the batch that would be written. */
export const planImport = (file: ReadFile, known: KnownCounty, choices: ImportChoices): Plan => {
  const drafts = drafted(file, known, choices)
  markFurnishingFaults(drafts, known)
  markTwins(drafts)
  markOverlaps(drafts, known)
  const posts = postsOf(drafts, known)
  const standing = standingIn(known)
  markFarMoves(drafts, known, standing)
  const rows = drafts.map(
    (draft): PlannedRow => ({
      ...{ row: draft.source.row, what: whatOf(draft, choices.fields).slice(0, 80), state: stateOf(draft, standing) },
      ...{ fault: draft.fault, notes: draft.notes, geometry: draft.geometry },
    }),
  )
  const changed = (item: Item): boolean => standing(item) !== 'same'
  const batch: FurnishBatch = {
    places: itemsIn(drafts, 'places').flatMap(({ item }) =>
      item.list === 'places' && changed(item) ? [item.value] : [],
    ),
    zones: itemsIn(drafts, 'zones').flatMap(({ item }) => (item.list === 'zones' && changed(item) ? [item.value] : [])),
    roads: itemsIn(drafts, 'roads').flatMap(({ item }) => (item.list === 'roads' && changed(item) ? [item.value] : [])),
    posts,
  }
  const unread = file.unreadable.map(
    ({ row, fault, detail }): PlannedRow => ({
      ...{ row: row ?? 0, what: '', state: 'faulty', fault: { fault, detail }, notes: [], geometry: null },
    }),
  )
  const fingerprint = createHash('sha256').update(JSON.stringify(batch)).digest('hex')
  const unnumbered = drafts.filter(({ fault, items: [item] }) => fault === null && isUnnumbered(item)).length
  return { rows: [...rows, ...unread].sort((a, b) => a.row - b.row), unnumbered, batch, fingerprint }
}
