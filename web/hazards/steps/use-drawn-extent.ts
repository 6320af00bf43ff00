import type { HazardWhole } from '../../../server/hazards/answers.ts'
import type { Extent } from '../../../server/hazards/extent-wire.ts'
import { api, told } from '../../api.ts'
import { useAsked } from '../../asking.ts'
import type { DrawnExtent } from '../../extents/drawn-extent.ts'

/** The extent on record as it was asked for. */
const extentOn = ({ extent, drawn }: HazardWhole): Extent | null => {
  if (extent?.kind === 'stretch') {
    const { lengthMetres: _told, ...asked } = extent
    return asked
  }
  if (!extent || drawn?.geometry.type !== 'Polygon') return null
  return {
    kind: 'area',
    ring: (drawn.geometry.coordinates[0] ?? []).slice(0, -1).map(([lng = 0, lat = 0]): [number, number] => [lng, lat]),
  }
}

/** A reported stretch or area measured anew, with whose task each part would be; null for a point. */
export const useDrawnExtent = (hazard: HazardWhole): { data: DrawnExtent | null; asking: boolean } => {
  const extent = extentOn(hazard)
  const code = hazard.code === '' ? {} : { code: hazard.code }
  const asked = useAsked(
    ['measured-extent', hazard.id, hazard.version, hazard.code],
    () => told(api.places.extent.$post({ json: { extent: extent ?? { kind: 'area', ring: [] }, ...code } })),
    { enabled: extent !== null },
  )
  return { data: asked.data ?? null, asking: extent !== null && asked.isPending && asked.fetchStatus !== 'paused' }
}
