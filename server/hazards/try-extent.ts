import { ownersOf } from '../county/matrix-in-force.ts'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import { extentOf } from './extent-of.ts'
import { partsWithChiefs } from './extent-parts.ts'
import type { MeasuredExtent, TryExtent } from './extent-wire.ts'

/** Measures a stretch or an area before anybody keeps it: where it lies, how much, whose it is and whose task it would be. */
export const tryExtent = async (world: World, actor: Actor, body: TryExtent): Promise<MeasuredExtent> => {
  const { county } = actor
  const { asked, measure, geometry, at, parts } = await extentOf(world, county, body.extent)
  const index = await placeIndexOf(world)
  const known = await partsWithChiefs(world, county, parts)
  const [longitude, latitude] = at
  const withUnits: MeasuredExtent['parts'] = []
  for (const { part, at: inPart, chiefUnitId } of known) {
    const { placeCode, roadClass } = index.locate(inPart)
    const ofRoad = measure.kind === 'stretch' ? (index.routeNamed(measure.routeCode)?.roadClass ?? null) : roadClass
    const { cureUnitId, matrix } = await ownersOf(world.db, county, {
      ...{ roadClass: ofRoad, placeCode, code: body.code ?? '' },
    })
    const unit = matrix.units.find(({ id }) => id === cureUnitId)
    withUnits.push({
      ...part,
      unit: unit ? { id: unit.id, name: unit.name } : null,
      chiefIsOfUnit: unit !== undefined && unit.id === chiefUnitId,
    })
  }
  return {
    extent: asked.kind === 'stretch' ? asked : { kind: 'area', ring: asked.ring.map(([lng, lat]) => [lng, lat]) },
    ...{ measure, geometry: { ...geometry }, longitude, latitude, parts: withUnits },
  }
}
