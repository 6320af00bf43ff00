import { createHash } from 'node:crypto'
import type { Db } from '../../db/unit-of-work.ts'
import { type RoadClass, roadClasses } from '../../db/vocabulary.ts'
import { type FoundJunction, usualJunctionRule } from '../domain/find-junctions.ts'
import { type KnownJunction, type Matched, matchJunctions } from '../domain/match-junctions.ts'
import { placeCellOf } from '../domain/morton.ts'
import { shieldOf } from '../domain/route-shield.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import { allRoads, furnishingOf } from '../zones/store.ts'
import { findApart } from './finding-workshop.ts'
import { allJunctions, divisionNames, type JunctionRow, stateOfRegister } from './store.ts'
import type { FindingReport } from './wire.ts'

/** What the rule says of a junction; `placed` with where that is. */
export type FoundFacts = Pick<
  JunctionRow,
  'longitude' | 'latitude' | 'placeCell' | 'placeCode' | 'townshipCode' | 'arms'
> &
  Pick<JunctionRow, 'routeCodes' | 'roadClasses' | 'roadClass'>

export interface Fresh {
  readonly id: string
  readonly name: string
  readonly facts: FoundFacts
}

interface Known extends KnownJunction {
  readonly row: JunctionRow
}

export interface FoundAnew {
  readonly report: FindingReport
  readonly fresh: readonly Fresh[]
  readonly kept: readonly { readonly row: JunctionRow; readonly facts: FoundFacts }[]
  readonly gone: readonly JunctionRow[]
}

/** What a finding stands on: other roads or another register make another one. */
export const fingerprintOf = async (db: Db, county: string, crossings: string): Promise<string> => {
  const { version } = await furnishingOf(db, county)
  const state = await stateOfRegister(db, county)
  return createHash('sha256')
    .update(JSON.stringify([version, state, crossings]))
    .digest('hex')
}

const mostExamples = 8

/** Finds the county's junctions on its roads as they are now, beside those that the register holds. Writes nothing. */
export const foundAnew = async (world: World, crossings: FindingReport['crossings']): Promise<FoundAnew> => {
  const { db, county } = world
  const fingerprint = await fingerprintOf(db, county, crossings)
  const [roads, known, places, names] = await Promise.all([
    allRoads(db, county),
    allJunctions(db, county),
    placeIndexOf(world),
    divisionNames(db, county),
  ])
  const rule = { ...usualJunctionRule, crossingsMeet: crossings === 'meet' }
  const { junctions, nodes } = await findApart(
    roads.map(({ id, routeCode, name, roadClass, geometry }) => ({ id, routeCode, name, roadClass, geometry })),
    rule,
  )
  const matched = matchJunctions(
    junctions,
    known.map((row): Known => ({ id: row.id, lngLat: [row.longitude, row.latitude], row })),
  )
  const factsOf = (found: FoundJunction): FoundFacts => {
    const { placeCode, townshipCode } = places.locate(found.lngLat)
    return { placeCode, townshipCode, ...shapeOf(found) }
  }
  const once = namesOnce(known.map(({ name }) => name))
  const fresh = matched.fresh.map(({ found, id }): Fresh => {
    const facts = factsOf(found)
    const name = once(nameOf(facts, found.roadNames, names))
    return { id, name, facts }
  })
  const joints = (joint: string): number => nodes.filter((node) => node.joint === joint).length
  return {
    fresh,
    kept: matched.kept.map(({ found, known: { row } }) => ({ row, facts: factsOf(found) })),
    gone: goneOf(matched),
    report: {
      ...{ roads: roads.length, crossings, fingerprint, found: junctions.length, nodes: nodes.length },
      ...{ shared: joints('shared'), touching: joints('touching'), crossing: joints('crossing') },
      ...countsOf(matched),
      examples: fresh.slice(0, mostExamples).map(({ name, facts: { arms, longitude, latitude } }) => ({
        ...{ name, arms, longitude, latitude },
      })),
    },
  }
}

type Result = Matched<FoundJunction, Known>

/** Only what was found goes by not being found again; what people entered or brought in stays theirs. */
const goneOf = ({ gone }: Result): JunctionRow[] =>
  gone.map(({ row }) => row).filter(({ source, active }) => source === 'found' && active)

const countsOf = (matched: Result) => ({
  fresh: matched.fresh.length,
  kept: matched.kept.filter(({ known: { row } }) => row.active).length,
  returning: matched.kept.filter(({ known: { row } }) => !row.active && !row.retiredByHand).length,
  stayRetired: matched.kept.filter(({ known: { row } }) => row.retiredByHand).length,
  gone: goneOf(matched).length,
  goneInspected: goneOf(matched).filter(({ lastInspectedAt }) => lastInspectedAt !== null).length,
})

const shapeOf = ({ lngLat, arms, routeCodes, roadClasses: classes }: FoundJunction) => ({
  ...{ longitude: lngLat[0], latitude: lngLat[1], placeCell: placeCellOf(lngLat) },
  ...{ arms, routeCodes, roadClasses: classes, roadClass: highestOf(classes) },
})

const highestOf = (classes: readonly string[]): RoadClass | null =>
  roadClasses.find((one) => classes.includes(one)) ?? null

/**
 * 城北村 X001×C203: the place and at most three roads, routes first, without the county's own six digits, then names of
 * roads that have no code. Where fewer than two of them are called anything: 城北村 X001 路口.
 */
const nameOf = (
  { placeCode, townshipCode, routeCodes }: FoundFacts,
  roadNames: readonly string[],
  names: ReadonlyMap<string, string>,
): string => {
  const place = names.get(placeCode) ?? (townshipCode === null ? undefined : names.get(townshipCode))
  const byRank = [...routeCodes].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  const roads = [...byRank.map(shieldOf), ...roadNames].slice(0, 3)
  const parts = [place ?? '', roads.join('×'), roads.length < 2 ? '路口' : '']
  return parts.filter((part) => part !== '').join(' ')
}

const rankOf = (routeCode: string): number => 'GSXYCZ'.indexOf(routeCode.charAt(0)) + 1 || 9

/** Each name once: the second of a name gets a number, without counting up from the beginning for the thousandth. */
const namesOnce = (known: readonly string[]): ((name: string) => string) => {
  const taken = new Set(known)
  const counts = new Map<string, number>()
  return (name) => {
    let once = name
    let count = counts.get(name) ?? 1
    while (taken.has(once)) once = `${name}（${++count}）`
    counts.set(name, count)
    taken.add(once)
    return once
  }
}
