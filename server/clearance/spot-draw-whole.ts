import { z } from 'zod'
import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { drawSample } from '../domain/draw-sample.ts'
import type { Names } from '../hazards/hazard-view.ts'
import { namesFor } from '../hazards/names.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent } from '../journal/act-once.ts'
import { linesOf } from '../register/lines.ts'
import type { World } from '../world.ts'
import { entryOfDraw, findDraw, hazardsByIds, visitsOfDraws } from './spot-store.ts'
import type { SpotDrawLine, SpotDrawWhole } from './spot-wire.ts'

const readers: readonly Role[] = ['county-reviewer', 'leader']
const drawers: readonly Role[] = ['county-reviewer']

/** Spot checks are the county's; its leaders read them. */
export const mayReadDraws = (actor: Actor): void => {
  if (!readers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: readers })
}
export const mayDraw = (actor: Actor): void => {
  if (!drawers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: drawers })
}

/** What the journal keeps of a population: changed by one id, it is another. */
export const hashOfPopulation = (population: readonly string[]): string => hashOfContent(population)

export const namesOfDraws = (
  db: Db,
  county: string,
  draws: readonly Row<'spotDraws'>[],
  visits: readonly Row<'revisits'>[],
  teams: readonly (string | null)[] = [],
): Promise<Names> =>
  namesFor(db, county, {
    people: [...draws.map(({ drawnBy }) => drawnBy), ...visits.map(({ doneBy }) => doneBy)],
    units: [...draws.map(({ unitId }) => unitId), ...teams],
    places: draws.map(({ placeCode }) => placeCode),
  })

/** A draw in one line, with how its visits stand. */
export const drawLine = (
  draw: Row<'spotDraws'>,
  visits: readonly Pick<Row<'revisits'>, 'outcome' | 'droppedAt'>[],
  names: Names,
): SpotDrawLine => {
  const passed = visits.filter(({ outcome }) => outcome === 'passed').length
  const failed = visits.filter(({ outcome }) => outcome === 'failed').length
  const dropped = visits.filter(({ outcome, droppedAt }) => outcome === null && droppedAt !== null).length
  return {
    ...{ id: draw.id, drawnAt: draw.drawnAt, drawnBy: names.person(draw.drawnBy) },
    ...{ fromOn: draw.fromOn, untilOn: draw.untilOn, placeCode: draw.placeCode },
    ...{ placeName: names.place(draw.placeCode), severity: draw.severity },
    ...{ unit: names.unit(draw.unitId), dueOn: draw.dueOn },
    ...{ populationSize: draw.population.length, picked: draw.picked.length },
    ...{ passed, failed, dropped, open: visits.length - passed - failed - dropped },
  }
}

/** A draw whole: its hazards with what was found, and the draw made again from its seed and population. */
export const readSpotDraw = async (world: World, actor: Actor, id: string): Promise<SpotDrawWhole> => {
  mayReadDraws(actor)
  const { db, county } = world
  const draw = await findDraw(db, county, id)
  if (!draw) throw new Problem('not-there')
  const visits = await visitsOfDraws(db, county, [id])
  const rows = await hazardsByIds(db, county, draw.picked)
  const names = await namesOfDraws(
    db,
    county,
    [draw],
    visits,
    rows.map(({ teamUnitId }) => teamUnitId),
  )
  const { timeZone } = await findCounty(db, county)
  const lines = await linesOf(world, rows, { now: world.now(), timeZone })
  const lineById = new Map(lines.map((line) => [line.id, line]))
  const teamById = new Map(rows.map(({ id: hazardId, teamUnitId }) => [hazardId, teamUnitId]))
  const visitByHazard = new Map(visits.map((visit) => [visit.hazardId, visit]))
  return {
    ...drawLine(draw, visits, names),
    seed: draw.seed,
    population: [...draw.population],
    repeats: {
      samePicks: drawSample(draw.seed, draw.population, draw.picked.length).join() === draw.picked.join(),
      journalAgrees: vouches(await entryOfDraw(db, county, id), draw),
    },
    picks: draw.picked.flatMap((hazardId) => {
      const [hazard, visit] = [lineById.get(hazardId), visitByHazard.get(hazardId)]
      if (!hazard || !visit) return []
      const { outcome, doneAt, remark, droppedAt } = visit
      const unit = names.unit(visit.unitId ?? teamById.get(hazardId) ?? null)
      return [{ hazard, unit, outcome, doneAt, doneBy: names.person(visit.doneBy), remark, droppedAt }]
    }),
  }
}

const Entry = z.object({ seed: z.string(), populationHash: z.string() })

const vouches = (body: string | null, draw: Row<'spotDraws'>): boolean => {
  const entry = Entry.safeParse(body === null ? null : JSON.parse(body))
  return (
    entry.success && entry.data.seed === draw.seed && entry.data.populationHash === hashOfPopulation(draw.population)
  )
}
