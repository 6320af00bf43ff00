import type { RoadSide } from '../../db/vocabulary.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import { lengthInWords, partInWords, wholeExtentInWords } from '../../server/domain/hazard-extent.ts'
import type { ExtentPart, MeasuredExtent } from '../../server/hazards/extent-wire.ts'

/** A part as the phone knows it too: there chiefs have names and no ids, and nobody asks whose task it is. */
export type DrawnPart = Omit<ExtentPart, 'chief'> & {
  readonly chief: { readonly id: string | null; readonly name: string; readonly phone: string | null } | null
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly chiefIsOfUnit: boolean
}

/** A stretch or an area that was drawn or typed and measured, with the position that stands for it. */
export type DrawnExtent = Omit<MeasuredExtent, 'parts'> & { readonly parts: readonly DrawnPart[] }

export const sidesInOrder = ['right', 'left', 'both', 'full'] as const satisfies readonly RoadSide[]

/** The corners that can be taken hold of: both ends of a stretch, every corner of an area. */
export const handlesOf = ({ geometry }: Pick<DrawnExtent, 'geometry'>): LngLat[] => {
  const lngLat = ([lng = 0, lat = 0]: readonly number[]): LngLat => [lng, lat]
  if (geometry.type === 'Polygon') return (geometry.coordinates[0] ?? []).slice(0, -1).map(lngLat)
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  return [lines[0]?.[0], lines.at(-1)?.at(-1)].flatMap((end) => (end ? [lngLat(end)] : []))
}

export const extentLine = ({ measure }: Pick<DrawnExtent, 'measure'>, language: 'zh' | 'en'): string =>
  wholeExtentInWords(measure, language)

/** Metres along the road, or what part of the area; for a line under the drawing. */
export const partSize = (part: Pick<ExtentPart, 'metres' | 'share'>): string =>
  part.metres === null ? `${Math.max(1, Math.round(part.share * 100))}%` : lengthInWords(part.metres)

export interface PartTask {
  readonly unitId: string
  readonly personId: string | null
  readonly demand: string
}

/**
 * A task for each unit and chief whose part it is, the greatest first: its stakes and metres stand in the demand. None
 * where the matrix names nobody for a part, and none at all where everything is one and the same duty.
 */
export const tasksByPart = (parts: readonly DrawnPart[]): readonly PartTask[] => {
  const byDuty = new Map<string, { unitId: string; personId: string | null; own: DrawnPart[] }>()
  for (const part of parts) {
    if (part.unit === null) continue
    const personId = part.chiefIsOfUnit ? (part.chief?.id ?? null) : null
    const key = `${part.unit.id} ${part.chief?.id ?? ''}`
    const known = byDuty.get(key)
    byDuty.set(key, { unitId: part.unit.id, personId, own: [...(known?.own ?? []), part] })
  }
  if (byDuty.size < 2) return []
  return [...byDuty.values()].map(({ unitId, personId, own }) => ({ unitId, personId, demand: demandOf(own) }))
}

const demandOf = (own: readonly DrawnPart[]): string =>
  own
    .map((part) => {
      const who = [part.zoneName, part.chief?.name].filter((word) => word != null && word !== '').join(' ')
      return who === '' ? partInWords(part) : `${partInWords(part)}（${who}）`
    })
    .join('；')

/** Corners one a line, as they are typed: longitude and latitude with a comma or a space between. Null where one is not. */
export const cornersTyped = (text: string): LngLat[] | null => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const corners = lines.map((line) =>
    line
      .trim()
      .split(/[,，\s]+/)
      .map(Number),
  )
  return corners.every((numbers) => numbers.length === 2 && numbers.every(Number.isFinite))
    ? corners.map(([lng = 0, lat = 0]): LngLat => [lng, lat])
    : null
}

export const cornersInWords = (corners: readonly LngLat[]): string =>
  corners.map(([lng, lat]) => `${lng.toFixed(6)}, ${lat.toFixed(6)}`).join('\n')
