import { z } from 'zod'
import { chiefLevels } from '../../db/vocabulary.ts'
import { datums } from '../domain/datum.ts'
import { importFormats, importLayers } from '../domain/import-kinds.ts'

/** What may be asked about an import, and what leaves. */

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)
export const ImportParam = z.strictObject({ id })
export const UploadName = z.strictObject({ fileName: z.string().trim().min(1).max(200) })

const fieldName = z.string().max(2000).nullable()
export const placesAs = ['by-row', 'township', 'village', 'school'] as const
export const badRowWays = ['refuse', 'leave-out'] as const
export const levelsAs = ['by-row', ...chiefLevels] as const

/** How the administrator wants a file read. */
export const ImportChoices = z.strictObject({
  part: z.string().max(300).nullable(),
  layer: z.enum(importLayers),
  datum: z.enum(datums),
  /** One of the systems that the dry run offered. */
  system: z.string().regex(/^(degrees|file|gk:\d{2,3}:\d{1,2})$/),
  swapAxes: z.boolean(),
  fields: z.strictObject({
    ...{ code: fieldName, name: fieldName, route: fieldName, level: fieldName, chief: fieldName },
    ...{ from: fieldName, to: fieldName, kind: fieldName, longitude: fieldName, latitude: fieldName },
  }),
  placesAs: z.enum(placesAs),
  levelAs: z.enum(levelsAs),
  /** Villages without a position are put at their township's seat; else they are faulty rows. */
  atParent: z.boolean(),
  badRows: z.enum(badRowWays),
})
export type ImportChoices = z.infer<typeof ImportChoices>
/**
 * The same as far as it is settled: null where neither the file tells it nor anybody has chosen. Without a layer all the
 * rest but the part is guessed as well.
 */
export const OpenChoices = ImportChoices.extend({
  layer: ImportChoices.shape.layer.nullable(),
  datum: ImportChoices.shape.datum.nullable(),
})
export type OpenChoices = z.infer<typeof OpenChoices>
/** What a column of a file may be taken for. */
export type FieldRole = keyof ImportChoices['fields']

/** Nothing is written that is not settled: whoever writes names the layer and the datum. */
export const TakeIn = z.strictObject({
  choices: ImportChoices,
  /** Of the dry run that was looked at: what is written is what was shown. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
export type TakeIn = z.infer<typeof TakeIn>

const metres = z.number().nullable()
/**
 * How far the file lies from what is known, read in each datum; null where nothing could be compared. An unsure one is no
 * more than how the file is drawn until somebody chooses.
 */
export const DatumGuess = z.strictObject({
  datum: z.enum(datums),
  sure: z.enum(['sure', 'likely', 'unsure']),
  basis: z.enum(['places', 'outlines', 'roads', 'said', 'none']),
  offByMetres: z.strictObject({ wgs84: metres, gcj02: metres, bd09: metres }),
  compared: z.int(),
})
export type DatumGuess = z.infer<typeof DatumGuess>

const RowNote = z.strictObject({
  row: z.int().nullable(),
  /** The row's name or code, as far as it has one. */
  what: z.string(),
  fault: z.string(),
  detail: z.string(),
})
export type RowNote = z.infer<typeof RowNote>

const Counts = z.strictObject({
  ...{ rows: z.int(), good: z.int(), faulty: z.int() },
  ...{ added: z.int(), redrawn: z.int(), same: z.int(), noted: z.int() },
  /** Chiefs who take up a zone by it. */
  posts: z.int().default(0),
  /** Rows that are roads without a route code: they have no stakes. */
  unnumbered: z.int().default(0),
  /** Rows that would move something the county has by more than a kilometre. */
  movedFar: z.int().default(0),
})
export type ImportCounts = z.infer<typeof Counts>

const reported = {
  counts: Counts,
  guess: DatumGuess,
  choices: ImportChoices,
  saidSystem: z.string().nullable(),
  systemLies: z.boolean(),
  encoding: z.string().nullable(),
  /** The first of them; the counts tell how many there are. */
  faults: z.array(RowNote),
  notes: z.array(RowNote),
}

/** A dry run: what the file holds, read in this way, and what would come of it. */
export const ImportLook = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  format: z.enum(importFormats),
  keptUntil: z.string(),
  parts: z.array(z.string()),
  fieldsThere: z.array(z.strictObject({ name: z.string(), sample: z.string() })),
  systems: z.array(z.strictObject({ id: z.string(), swapped: z.boolean(), fits: z.number() })),
  swapSuggested: z.boolean(),
  isTable: z.boolean(),
  /** Whether it brings coordinates of its own; a table of stake marks has none, and no datum. */
  hasPositions: z.boolean(),
  /** Headings for which it looks like a register of hazards; empty where it does not. */
  hazardHeadings: z.array(z.string()),
  ...reported,
  choices: OpenChoices,
  /** GeoJSON in WGS-84, coarser than the file, with `row`, `state` and `what` of each feature. */
  preview: z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }),
  previewLeftOut: z.int(),
  /** Empty until it is settled what the file becomes. */
  fingerprint: z.string(),
})
export type ImportLook = z.infer<typeof ImportLook>

const line = {
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  format: z.enum(importFormats),
  layer: z.enum(importLayers),
  datum: z.enum(datums),
  datumGuessed: z.enum(datums),
  added: z.int(),
  redrawn: z.int(),
  same: z.int(),
  skipped: z.int(),
  importedAt: z.string(),
  importedBy: z.string(),
}
export const ImportLine = z.strictObject(line)
export type ImportLine = z.infer<typeof ImportLine>
export const ImportList = z.strictObject({ imports: z.array(ImportLine) })
export const ImportReport = z.strictObject(reported)
export type ImportReport = z.infer<typeof ImportReport>
export const ImportWhole = z.strictObject({ ...line, report: ImportReport })
export type ImportWhole = z.infer<typeof ImportWhole>
