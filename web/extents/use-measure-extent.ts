import { useSyncExternalStore } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import { type ExtentFault, type ExtentTried, extentFaults } from '../../server/domain/hazard-extent.ts'
import { measureExtent } from '../../server/domain/measure-extent.ts'
import { positionOfStake } from '../../server/domain/position-of-stake.ts'
import type { TryExtent } from '../../server/hazards/extent-wire.ts'
import { api, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { bookNow, onBookChange } from '../field-book/book-store.ts'
import type { Ground } from '../field-book/place-here.ts'
import type { DrawnExtent } from './drawn-extent.ts'

export type Measured =
  | { readonly ok: true; readonly drawn: DrawnExtent }
  | { readonly ok: false; readonly because: ExtentFault | 'no-answer' }

export type Measure = (tried: ExtentTried) => Promise<Measured>

/**
 * Measures by the field book where it knows the ground, else by the server: the same rules either way. Whose task a
 * part would be only the server knows; who asks for that is not answered from the phone.
 */
export const useMeasureExtent = (forTasks: { readonly code: string } | null): Measure => {
  const { ground } = useSyncExternalStore(onBookChange, bookNow, bookNow)
  return async (tried) => {
    if (forTasks === null && ground !== null && knows(ground, tried)) return onPhone(ground, tried)
    try {
      const code = forTasks?.code ?? ''
      const json = { extent: onWire(tried), ...(/^[A-Z]\d{2}$/.test(code) && { code }) }
      return { ok: true, drawn: await told(api.places.extent.$post({ json })) }
    } catch (error) {
      return { ok: false, because: faultIn(error) }
    }
  }
}

const knows = ({ covers, book, index }: Ground, tried: ExtentTried): boolean => {
  if (tried.kind !== 'stretch') return (tried.kind === 'area' ? tried.ring : tried.taps).every((at) => covers(at))
  const route = index.routeNamed(tried.routeCode)
  const stakes = [tried.fromMetres, tried.toMetres]
  const ends = stakes.map((stake) => route && positionOfStake(book.zones, book.roads, route.routeCode, stake))
  // a road of the own area may run on beyond it: there the book's word is not the server's
  return ends.every((at) => at !== null && covers(at))
}

const onPhone = (ground: Ground, tried: ExtentTried): Measured => {
  const found = measureExtent(ground.index, ground.book.bounds, tried)
  if (!found.ok) return found
  const { asked, measure, geometry, at, parts } = found
  const drawn: DrawnExtent = {
    extent: asked.kind === 'stretch' ? asked : { kind: 'area', ring: pairs(asked.ring) },
    ...{ measure, longitude: at[0], latitude: at[1] },
    geometry:
      geometry.type === 'LineString'
        ? { type: 'LineString', coordinates: geometry.coordinates }
        : geometry.type === 'Polygon'
          ? { type: 'Polygon', coordinates: geometry.coordinates }
          : { type: 'MultiLineString', coordinates: geometry.coordinates },
    parts: parts.map(({ zoneId, runs, metres, squareMetres, share }) => {
      const zone = zoneId === null ? undefined : ground.zones.get(zoneId)
      const chief = zone?.chief ? { id: null, name: zone.chief.name, phone: zone.chief.phone } : null
      return {
        ...{ zoneId, zoneName: zone?.name ?? null, runs: [...runs], metres, squareMetres, share, chief },
        ...{ unit: null, chiefIsOfUnit: false },
      }
    }),
  }
  return { ok: true, drawn }
}

const pairs = (positions: readonly LngLat[]): [number, number][] => positions.map(([lng, lat]) => [lng, lat])

const onWire = (tried: ExtentTried): TryExtent['extent'] => {
  if (tried.kind === 'stretch') return tried
  if (tried.kind === 'area') return { kind: 'area', ring: pairs(tried.ring) }
  const [[a, b], [c, d]] = tried.taps
  return {
    ...{ kind: 'taps', side: tried.side },
    taps: [
      [a, b],
      [c, d],
    ],
  }
}

const known: readonly ExtentFault[] = [...extentFaults, 'out-of-range', 'swapped', 'null-island']

const faultIn = (error: unknown): ExtentFault | 'no-answer' => {
  if (!(error instanceof ApiProblem)) return 'no-answer'
  const fault = error.fields[0]?.fault
  return known.find((each) => each === fault) ?? (fault === undefined ? 'no-answer' : 'no-such-road')
}
