import type { Row } from '../../db/schema/tables.ts'
import { takeTurn } from '../../db/take-turn.ts'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { drawSample, shareOf } from '../domain/draw-sample.ts'
import { findCounty, type HazardRow } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { tell } from '../messages/tell.ts'
import { hazardFacts } from '../messages/tell-of-step.ts'
import { findUnit } from '../people/unit-store.ts'
import type { World } from '../world.ts'
import { hashOfPopulation, mayDraw, readSpotDraw } from './spot-draw-whole.ts'
import { addDraw, populationOf, touchPicked } from './spot-store.ts'
import type { DrawSpotChecks, SpotDrawWhole } from './spot-wire.ts'
import { addRevisits } from './store.ts'

/** 128 bits that nobody chose. */
const newSeed = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Draws cleared hazards at random to be looked at once more. Seed and population are kept, so that anybody can draw
 * again and get the same ones. A draw goes by the id of its act; sent again it is answered again.
 */
export const drawSpotChecks = async (world: World, actor: Actor, body: DrawSpotChecks): Promise<SpotDrawWhole> => {
  mayDraw(actor)
  const { actId, deviceAt, ...asked } = body
  const contentHash = hashOfContent({ move: 'draw-spot-checks', asked })
  await inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    // two draws at once must not draw the same hazard twice
    await takeTurn(tx, `${actor.county} spot-draw`)
    const county = await findCounty(tx, actor.county)
    const at = world.now()
    await mustMakeSense(tx, actor.county, asked, dayOf(at, county.timeZone))
    const { fromOn, untilOn, placeCode, severity, unitId, dueOn } = asked
    const population = await populationOf(tx, actor.county, county.timeZone, {
      ...{ fromOn, untilOn },
      ...(placeCode !== null && { placeCode }),
      ...(severity !== null && { severity }),
    })
    if (population.length === 0) throw new Problem('does-not-fit', { because: 'nothing-to-draw' })
    const seed = newSeed()
    const count = asked.count ?? shareOf(population.length, county.settings.spotSharePercent)
    const picked = drawSample(seed, population, count)
    const draw = { seed, picked, fromOn, untilOn, placeCode, severity, unitId, dueOn }
    await addDraw(tx, { county: actor.county, id: actId, population, ...draw, drawnAt: at, drawnBy: actor.id })
    await note(tx, {
      ...{ county: actor.county, at, actorId: actor.id, kind: 'spot-checks-drawn', subjectId: actId },
      body: {
        ...{ ...draw, populationSize: population.length, populationHash: hashOfPopulation(population) },
        ...(deviceAt !== null && { deviceAt }),
      },
    })
    const hazards = await touchPicked(tx, actor.county, picked, at)
    if (hazards.length !== picked.length) throw new Problem('try-again', { retryAfterSeconds: 1 })
    await sendThere(tx, world, { actor, county, at, drawId: actId, unitId, dueOn }, hazards)
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: actId, at })
  })
  return readSpotDraw(world, actor, actId)
}

type Asked = Omit<DrawSpotChecks, 'actId' | 'deviceAt'>

const mustMakeSense = async (tx: Tx, county: string, asked: Asked, today: string): Promise<void> => {
  const wrong = (pointer: string, fault: string) => new Problem('invalid', { fields: [{ pointer, fault }] })
  if (asked.untilOn < asked.fromOn) throw wrong('/untilOn', 'before-its-beginning')
  if (asked.dueOn < today) throw wrong('/dueOn', 'in-the-past')
  const unit = asked.unitId === null ? null : await findUnit(tx, county, asked.unitId)
  if (asked.unitId !== null && !unit) throw wrong('/unitId', 'unknown')
  if (unit && unit.kind !== 'squad') throw wrong('/unitId', 'not-a-squad')
}

interface Sending {
  readonly actor: Actor
  readonly county: Row<'counties'>
  readonly at: string
  readonly drawId: string
  readonly unitId: string | null
  readonly dueOn: string
}

/** A visit owed by whoever goes, an entry on each hazard, and word to the people of that unit. */
const sendThere = async (tx: Tx, world: World, sending: Sending, hazards: readonly HazardRow[]): Promise<void> => {
  const { actor, county, at, drawId, unitId, dueOn } = sending
  await addRevisits(
    tx,
    hazards.map(({ id: hazardId }) => ({
      ...{ county: actor.county, id: world.newId(), hazardId, kind: 'spot-check' as const },
      ...{ dueOn, unitId, drawId },
    })),
  )
  for (const hazard of hazards) {
    const goes = unitId ?? hazard.teamUnitId
    await note(tx, {
      ...{ county: actor.county, at, actorId: actor.id, kind: 'spot-check-assigned', subjectId: hazard.id },
      body: { drawId, unitId: goes, dueOn },
    })
    if (goes === null) continue
    const { nameOf, facts } = await hazardFacts(tx, hazard, [actor.unitId, goes])
    const by = [nameOf(actor.unitId), actor.name].filter((part) => part !== null).join(' ')
    const occasion = { county: actor.county, zone: county.timeZone, at, actorId: actor.id, newId: world.newId }
    await tell(tx, occasion, [
      {
        ...{ kind: 'spot-check', to: [{ unit: goes, roles: ['squad'] }], hazardId: hazard.id, taskId: null },
        ...{ noticeId: null, facts: { ...facts, by, unit: nameOf(goes), dueOn } },
      },
    ])
  }
}
