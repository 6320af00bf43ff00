import { takeTurn } from '../../db/take-turn.ts'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { metresBetween } from '../domain/distance.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { findingNoted } from './finding-store.ts'
import { type FoundAnew, type FoundFacts, fingerprintOf, foundAnew } from './found-anew.ts'
import { junctionKeepersOnly } from './junction-gates.ts'
import { changeJunction, insertJunctions, type JunctionRow } from './store.ts'
import { FindingCounts, type FindingReport, type TakeOver } from './wire.ts'

/**
 * Takes over what a dry run has shown, on the same roads and the same register, all or nothing. A junction found again
 * keeps its id, name and history; one that is gone is put out of use, and nothing is ever deleted.
 */
export const takeOverJunctions = async (world: World, actor: Actor, body: TakeOver): Promise<FindingReport> => {
  junctionKeepersOnly(actor)
  const { actId, deviceAt, crossings, fingerprint } = body
  const { county } = actor
  const contentHash = hashOfContent({ move: 'take-over-junctions', crossings, fingerprint })
  // worked out before the transaction: the writer must not wait for geometry
  const anew = await foundAnew(world, crossings)
  return inTransaction(world.db, async (tx): Promise<FindingReport> => {
    await takeTurn(tx, `${county} junctions`)
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return whatWasTold(tx, county, actId)
    const stands =
      anew.report.fingerprint === fingerprint && (await fingerprintOf(tx, county, crossings)) === fingerprint
    if (!stands) throw new Problem('changed-meanwhile')
    const at = world.now()
    await write(tx, { county, at }, anew)
    const { examples: _, ...counts } = anew.report
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'junctions-found', subjectId: 'junctions' },
      body: { ...counts, ...(deviceAt !== null && { deviceAt }) },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: 'junctions', at })
    return anew.report
  })
}

/** The register has moved on since the first answer was lost: it is given again as it stands in the journal. */
const whatWasTold = async (tx: Tx, county: string, actId: string): Promise<FindingReport> => {
  const counts = FindingCounts.parse(await findingNoted(tx, county, actId))
  return { ...counts, examples: [] }
}

interface When {
  readonly county: string
  readonly at: string
}

const write = async (tx: Tx, { county, at }: When, { fresh, kept, gone }: FoundAnew): Promise<void> => {
  await insertJunctions(
    tx,
    fresh.map(({ id, name, facts }) => ({
      ...{ county, id, name, ...facts, source: 'found' as const, active: true },
      ...{ retiredBecause: null, retiredByHand: false, lastInspectedAt: null },
      ...{ version: 1, madeAt: at, changedAt: at },
    })),
  )
  for (const { row, facts } of kept) {
    const back = !row.active && !row.retiredByHand
    if (!back && isAsKnown(row, facts)) continue
    await must(changeJunction(tx, row, { ...newFacts(row, facts), ...(back && inUse), changedAt: at }))
  }
  for (const row of gone)
    await must(changeJunction(tx, row, { active: false, retiredBecause: null, retiredByHand: false, changedAt: at }))
}

const inUse = { active: true, retiredBecause: null, retiredByHand: false }

const must = async (changing: Promise<JunctionRow | null>): Promise<void> => {
  if (!(await changing)) throw new Problem('changed-meanwhile')
}

/** Where people said that a junction is, it stays; what leads there is read off the roads. */
const newFacts = (row: JunctionRow, facts: FoundFacts): Partial<FoundFacts> => {
  if (row.source === 'found') return facts
  const { arms, routeCodes, roadClasses, roadClass } = facts
  return { arms, routeCodes, roadClasses, roadClass }
}

const isAsKnown = (row: JunctionRow, facts: FoundFacts): boolean =>
  row.arms === facts.arms &&
  row.routeCodes.join() === facts.routeCodes.join() &&
  row.roadClasses.join() === facts.roadClasses.join() &&
  (row.source !== 'found' ||
    (row.placeCode === facts.placeCode &&
      metresBetween([row.longitude, row.latitude], [facts.longitude, facts.latitude]) < 0.5))
