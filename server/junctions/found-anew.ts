import { createHash } from 'node:crypto'
import type { Db } from '../../db/unit-of-work.ts'
import { type RoadClass, roadClasses } from '../../db/vocabulary.ts'
import { type FoundJunction, usualJunctionRule } from '../domain/find-junctions.ts'
import { type KnownJunction, type Matched, matchJunctions } from '../domain/match-junctions.ts'
import { placeCellOf } from '../domain/morton.ts'
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
    roads.map(({ id, routeCode, roadClass, geometry }) => ({ id, routeCode, roadClass, geometry })),
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
  const taken = new Set(known.map(({ name }) => name))
  const fresh = matched.fresh.map(({ found, id }): Fresh => {
    const facts = factsOf(found)
    const name = nameOnce(nameOf(facts, names), taken)
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

/** 城北村 X001×C203: the place and at most three routes, without the county's own six digits. */
const nameOf = ({ placeCode, townshipCode, routeCodes }: FoundFacts, names: ReadonlyMap<string, string>): string => {
  const place = names.get(placeCode) ?? (townshipCode === null ? undefined : names.get(townshipCode))
  const byRank = [...routeCodes].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  const routes = byRank.slice(0, 3).map((code) => code.replace(/\d{6}$/, ''))
  return [place, routes.join('×')].filter((part) => part !== undefined && part !== '').join(' ') || '路口'
}

const rankOf = (routeCode: string): number => 'GSXYCZ'.indexOf(routeCode.charAt(0)) + 1 || 9

const nameOnce = (name: string, taken: Set<string>): string => {
  let once = name
  for (let n = 2; taken.has(once); n++) once = `${name}（${n}）`
  taken.add(once)
  return once
}
