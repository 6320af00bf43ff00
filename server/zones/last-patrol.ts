import { type Actor, scopeOf } from '../domain/actor.ts'
import { boundsOf } from '../domain/bounds.ts'
import { positionsOf } from '../domain/geometry-runs.ts'
import { junctionReaders } from '../domain/junction-doors.ts'
import type { World } from '../world.ts'
import { lastLookedAtIn, lastSquadReportIn, lookedAtWithin } from './patrol-store.ts'
import { placeIndexOf } from './place-index.ts'
import type { ZoneRow } from './store.ts'
import type { LastPatrol } from './wire.ts'

/** Of the junctions near a road, how many are asked whose they are. */
const mostAsked = 200
/** Some forty metres: a segment takes what lies within the county's reach of its line. */
const marginDegrees = 0.0005

/** When somebody was last in a zone to look: a junction looked at, or a hazard reported by a squad, whichever is later. */
export const lastPatrolOf = async (world: World, actor: Actor, zone: ZoneRow): Promise<LastPatrol | null> => {
  const { db, county } = world
  const [looked, reported] = await Promise.all([
    junctionReaders.includes(actor.role) ? lastLookedAt(world, zone) : null,
    lastSquadReportIn(db, county, zone, scopeOf(actor)),
  ])
  if (looked?.lastInspectedAt && (!reported || looked.lastInspectedAt >= reported.reportedAt))
    return { at: looked.lastInspectedAt, kind: 'junction', id: looked.id, label: looked.name }
  if (!reported) return null
  const { id, registerNumber, shortCode, reportedAt } = reported
  return { at: reportedAt, kind: 'report', id, label: registerNumber ?? shortCode }
}

const lastLookedAt = async (world: World, zone: ZoneRow) => {
  const { db, county } = world
  if (zone.shape === 'area') return lastLookedAtIn(db, county, zone.placeCode)
  const around = boundsOf(positionsOf(zone.geometry), marginDegrees)
  if (around === null) return null
  const near = await lookedAtWithin(db, county, around, mostAsked)
  if (near.length === 0) return null
  const index = await placeIndexOf(world)
  return (
    near.find(({ longitude, latitude }) => {
      const { zoneId, otherZoneIds } = index.locate([longitude, latitude])
      return zoneId === zone.id || otherZoneIds.includes(zone.id)
    }) ?? null
  )
}
