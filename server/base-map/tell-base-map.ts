import type { World } from '../world.ts'
import { type ArchiveInUse, baseMapInUse } from './base-map-folder.ts'
import type { BaseMapAnswer, GroundFile } from './wire.ts'

const fileOf = ({ sha256, bytes, minZoom, maxZoom }: ArchiveInUse): GroundFile => ({
  ...{ address: `/api/base-map/${sha256}.pmtiles`, bytes, minZoom, maxZoom },
})

/** Which base map is in use now; asked anew each time, for it is made beside the server that runs. */
export const tellBaseMap = async (
  { county }: Pick<World, 'county'>,
  folder: string | null,
  tianditu: boolean,
): Promise<BaseMapAnswer> => {
  const inUse = folder === null ? null : await baseMapInUse(folder, county)
  return {
    ground: inUse && fileOf(inUse.ground),
    heights: inUse?.heights ? fileOf(inUse.heights) : null,
    bounds: inUse?.bounds ?? null,
    openStreetMap: inUse?.openStreetMap ?? false,
    tianditu,
  }
}
