import type { Geometry, Position } from 'geojson'
import type { Datum } from '../domain/datum.ts'
import { positionsOf } from '../domain/geometry-runs.ts'
import type { ImportLayer } from '../domain/import-kinds.ts'
import { findSystems } from './coordinate-system.ts'
import type { Found } from './geometry-checks.ts'
import { guessDatum } from './guess-datum.ts'
import { guessFields } from './guess-fields.ts'
import { hazardHeadingsOf } from './hazard-headings.ts'
import type { KnownCounty } from './known-county.ts'
import { placeNamesOf } from './place-names.ts'
import { rawGeometry, readingOf } from './place-rows.ts'
import { type Plan, type PlannedRow, planImport } from './plan-import.ts'
import { previewOf } from './preview-of.ts'
import type { ReadFile, ReadRow } from './read-shape.ts'
import { divisionCodeOf, wordIn } from './row-values.ts'
import type { DatumGuess, ImportChoices, ImportLook, OpenChoices, RowNote } from './wire.ts'

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

const guessFor = (file: ReadFile, known: KnownCounty, choices: OpenChoices, systemLies: boolean): DatumGuess => {
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
  // of a file that is wrong about its system the datum is not taken at its word either
  return guessDatum(rows, known, placeNamesOf(known.places), systemLies ? null : file.saidDatum)
}

/** Null where nothing tells it: half a kilometre is not to be guessed. What has no coordinates needs none. */
const datumTold = (guess: DatumGuess, hasPositions: boolean): Datum | null =>
  !hasPositions ? 'wgs84' : guess.sure === 'unsure' ? null : guess.datum

const sampleOf = (file: ReadFile, name: string): string => {
  const row = file.rows.find(({ properties }) => {
    const value = properties[name]
    return value !== null && value !== undefined && value !== ''
  })
  return String(row?.properties[name] ?? '').slice(0, 40)
}

const told = ({ row, what }: PlannedRow, { fault, detail }: Found): RowNote => ({
  ...{ row: row === 0 ? null : row, what, fault, detail },
})

const faultsOf = (rows: readonly PlannedRow[]): RowNote[] =>
  rows.flatMap((one) => (one.fault ? [told(one, one.fault)] : []))

const movesFar = ({ fault }: RowNote): boolean => fault === 'moves-far'

/** Of the rows that are taken. What would move something far stands before all else, that no long list may hide it. */
const notesOf = (rows: readonly PlannedRow[]): RowNote[] => {
  const all = rows.flatMap((one) => (one.fault ? [] : one.notes.map((found) => told(one, found))))
  return [...all.filter(movesFar), ...all.filter((one) => !movesFar(one))]
}

/**
 * A dry run. Without choices everything is guessed from the file; what was chosen is kept. What a register of hazards is
 * to become is not guessed, and nothing is planned of it until somebody says.
 */
export const lookAtFile = (
  file: ReadFile,
  known: KnownCounty,
  asked: OpenChoices | null,
): { readonly look: FileLook; readonly plan: Plan | null } => {
  const chosen = asked === null || asked.layer === null ? null : asked
  const fields = chosen?.fields ?? guessFields(file.fields)
  const hazardHeadings = hazardHeadingsOf(file.fields)
  const { systems, lies } = findSystems(samplePositions(file, fields), file.said, known.bounds)
  const [likeliest] = systems
  const system = likeliest?.id ?? 'degrees'
  // surveyors write northing before easting; degrees the wrong way round are a fault, and are said to be one
  const isGrid = system.startsWith('gk:') || (system === 'file' && likeliest?.swapped === true)
  const guessed: OpenChoices = {
    ...{ part: file.part, layer: hazardHeadings.length > 0 ? null : guessLayer(file, fields), datum: null },
    ...{ system, fields },
    ...{ swapAxes: isGrid && likeliest?.swapped === true, placesAs: 'by-row', levelAs: 'by-row' },
    ...{ atParent: false, badRows: 'refuse' },
  }
  const before = chosen ?? guessed
  const guess = guessFor(file, known, before, lies)
  const hasPositions = file.rows.some((row) => rawGeometry(file, row, before.fields) !== null)
  const choices = { ...before, datum: before.datum ?? datumTold(guess, hasPositions) }
  const { layer, datum } = choices
  const plan = layer === null ? null : planImport(file, known, { ...choices, layer, datum: datum ?? guess.datum })
  const rows = plan?.rows ?? []
  const notes = notesOf(rows)
  const states = Map.groupBy(rows, ({ state }) => state)
  const count = (state: 'added' | 'redrawn' | 'same' | 'faulty'): number => states.get(state)?.length ?? 0
  const { preview, leftOut } = previewOf(rows)
  return {
    plan,
    look: {
      ...{ format: file.format, encoding: file.encoding, parts: [...file.parts], isTable: file.isTable },
      fieldsThere: file.fields.map((name) => ({ name, sample: sampleOf(file, name) })),
      ...{ systems: systems.map((one) => ({ ...one })), saidSystem: file.said?.name ?? null, systemLies: lies },
      ...{ hasPositions, hazardHeadings },
      swapSuggested: system === 'degrees' && likeliest?.swapped === true,
      ...{ guess, choices, preview, previewLeftOut: leftOut, fingerprint: plan?.fingerprint ?? '' },
      counts: {
        rows: file.rows.length + file.unreadable.length,
        ...{ good: rows.length - count('faulty'), faulty: count('faulty') },
        ...{ added: count('added'), redrawn: count('redrawn'), same: count('same') },
        posts: plan?.batch.posts.length ?? 0,
        unnumbered: plan?.unnumbered ?? 0,
        movedFar: notes.filter(movesFar).length,
        noted: notes.length,
      },
      ...{ faults: faultsOf(rows).slice(0, mostFaults), notes: notes.slice(0, mostNotes) },
    },
  }
}
