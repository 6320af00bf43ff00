import type { Geometry, Position } from 'geojson'
import { positionsOf } from '../domain/geometry-runs.ts'
import type { ImportLayer } from '../domain/import-kinds.ts'
import { findSystems } from './coordinate-system.ts'
import { guessDatum } from './guess-datum.ts'
import { guessFields } from './guess-fields.ts'
import type { KnownCounty } from './known-county.ts'
import { placeNamesOf } from './place-names.ts'
import { rawGeometry, readingOf } from './place-rows.ts'
import { type Plan, planImport } from './plan-import.ts'
import { previewOf } from './preview-of.ts'
import type { ReadFile, ReadRow } from './read-shape.ts'
import { divisionCodeOf, wordIn } from './row-values.ts'
import type { ImportChoices, ImportLook, RowNote } from './wire.ts'

/** What the dry run finds out; who sent the file and when is added by the server. */
export type FileLook = Omit<ImportLook, 'id' | 'fileName' | 'sha256' | 'bytes' | 'keptUntil'>

const mostFaults = 500
const mostNotes = 300
const mostSamples = 400

const geometryKinds = (rows: readonly ReadRow[]) => {
  const count = (wanted: RegExp): number => rows.filter(({ geometry }) => geometry && wanted.test(geometry.type)).length
  return { areas: count(/Polygon/), lines: count(/LineString/), points: count(/Point/) }
}

const guessLayer = (file: ReadFile, fields: ImportChoices['fields']): ImportLayer => {
  const { areas, lines, points } = geometryKinds(file.rows)
  if (file.isTable) {
    if (fields.route !== null && fields.to !== null) return 'segments'
    return fields.longitude !== null || fields.route !== null ? 'places' : 'divisions'
  }
  if (areas >= lines && areas >= points) return 'areas'
  if (points > lines) return 'places'
  return fields.chief !== null || (fields.from !== null && fields.to !== null) ? 'segments' : 'roads'
}

/** So many of them, taken evenly from all. */
const some = <T>(all: readonly T[]): T[] =>
  all.filter((_, i) => i % Math.max(1, Math.ceil(all.length / mostSamples)) === 0)

const samplePositions = (file: ReadFile, fields: ImportChoices['fields']): Position[] =>
  some(file.rows).flatMap((row) => {
    const geometry = rawGeometry(file, row, fields)
    const [first] = geometry ? positionsOf(geometry) : []
    return first ? [first] : []
  })

const inDegrees = (geometry: Geometry | null, read: (position: Position) => Position): Geometry | null => {
  if (geometry === null) return null
  const positions = positionsOf(geometry).map(read)
  const [first] = positions
  if (!first) return null
  if (geometry.type === 'Point') return { type: 'Point', coordinates: first }
  // for comparing, the order of the vertices along a line or a ring is all that counts
  if (geometry.type.endsWith('Polygon')) return { type: 'Polygon', coordinates: [positions] }
  return { type: 'LineString', coordinates: positions }
}

const guessFor = (file: ReadFile, known: KnownCounty, choices: ImportChoices) => {
  const read = readingOf(file, { system: choices.system, swapped: choices.swapAxes, datum: 'wgs84' })
  const rows = some(file.rows).flatMap((row) => {
    const geometry = inDegrees(rawGeometry(file, row, choices.fields), read)
    if (geometry === null) return []
    const [code, name, route] = [
      divisionCodeOf(wordIn(row, choices.fields, 'code')),
      wordIn(row, choices.fields, 'name'),
      wordIn(row, choices.fields, 'route'),
    ]
    return [{ geometry, code, name, route }]
  })
  return guessDatum(rows, known, placeNamesOf(known.places), file.saidDatum)
}

const sampleOf = (file: ReadFile, name: string): string => {
  const row = file.rows.find(({ properties }) => {
    const value = properties[name]
    return value !== null && value !== undefined && value !== ''
  })
  return String(row?.properties[name] ?? '').slice(0, 40)
}

const notesOf = (plan: Plan, most: number, which: 'fault' | 'notes'): RowNote[] => {
  const told: RowNote[] = []
  for (const { row, what, fault, notes } of plan.rows) {
    for (const one of which === 'fault' ? (fault ? [fault] : []) : notes)
      told.push({ row: row === 0 ? null : row, what, fault: one.fault, detail: one.detail })
    if (told.length >= most) break
  }
  return told
}

/** A dry run. Without choices everything is guessed from the file; what was chosen is kept. */
export const lookAtFile = (
  file: ReadFile,
  known: KnownCounty,
  asked: ImportChoices | null,
): { readonly look: FileLook; readonly plan: Plan } => {
  const fields = asked?.fields ?? guessFields(file.fields)
  const { systems, lies } = findSystems(samplePositions(file, fields), file.said, known.bounds)
  const [likeliest] = systems
  const system = likeliest?.id ?? 'degrees'
  // surveyors write northing before easting; degrees the wrong way round are a fault, and are said to be one
  const isGrid = system.startsWith('gk:') || (system === 'file' && likeliest?.swapped === true)
  const guessed: ImportChoices = {
    ...{ part: file.part, layer: guessLayer(file, fields), datum: 'wgs84', system, fields },
    ...{ swapAxes: isGrid && likeliest?.swapped === true, placesAs: 'by-row', levelAs: 'by-row' },
    ...{ atParent: false, badRows: 'refuse' },
  }
  const before = asked ?? guessed
  const guess = guessFor(file, known, before)
  const choices = asked ?? { ...guessed, datum: guess.datum }
  const plan = planImport(file, known, choices)
  const states = Map.groupBy(plan.rows, ({ state }) => state)
  const count = (state: 'added' | 'redrawn' | 'same' | 'faulty'): number => states.get(state)?.length ?? 0
  const { preview, leftOut } = previewOf(plan.rows)
  return {
    plan,
    look: {
      ...{ format: file.format, encoding: file.encoding, parts: [...file.parts], isTable: file.isTable },
      fieldsThere: file.fields.map((name) => ({ name, sample: sampleOf(file, name) })),
      ...{ systems: systems.map((one) => ({ ...one })), saidSystem: file.said?.name ?? null, systemLies: lies },
      swapSuggested: system === 'degrees' && likeliest?.swapped === true,
      ...{ guess, choices, preview, previewLeftOut: leftOut, fingerprint: plan.fingerprint },
      counts: {
        ...{ rows: plan.rows.length, good: plan.rows.length - count('faulty'), faulty: count('faulty') },
        ...{ added: count('added'), redrawn: count('redrawn'), same: count('same') },
        posts: plan.batch.posts.length,
        unnumbered: plan.unnumbered,
        noted: plan.rows.reduce((sum, { notes }) => sum + notes.length, 0),
      },
      ...{ faults: notesOf(plan, mostFaults, 'fault'), notes: notesOf(plan, mostNotes, 'notes') },
    },
  }
}
