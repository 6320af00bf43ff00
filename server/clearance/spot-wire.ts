import { z } from 'zod'
import { revisitOutcomes, severities } from '../../db/vocabulary.ts'
import { HazardLine } from '../hazards/answers.ts'
import { DayText, Id, PlaceCode, stepFields } from '../hazards/wire.ts'

/** What can be drawn: cleared from one day of the county to another, in a place, of a severity. */
export const PopulationQuery = z.strictObject({
  fromOn: DayText,
  untilOn: DayText,
  placeCode: PlaceCode.optional(),
  severity: z.enum(severities).optional(),
})
export type PopulationQuery = z.infer<typeof PopulationQuery>

export const DrawSpotChecks = z.strictObject({
  ...stepFields,
  fromOn: DayText,
  untilOn: DayText,
  placeCode: PlaceCode.nullable().default(null),
  severity: z.enum(severities).nullable().default(null),
  /** How many; null draws the county's share. */
  count: z.number().int().min(1).max(500).nullable().default(null),
  /** Who goes; null means each time the team that found it. */
  unitId: z.string().min(1).max(64).nullable().default(null),
  dueOn: DayText,
})
export type DrawSpotChecks = z.infer<typeof DrawSpotChecks>

export const DrawParam = z.strictObject({ id: Id })

export const Population = z
  .strictObject({
    count: z.int(),
    /** Cleared in these days too, but drawn before in that clearing. */
    drawnBefore: z.int(),
    sharePercent: z.number(),
    /** What the county's share of it comes to. */
    share: z.int(),
  })
  .meta({ id: 'SpotPopulation' })
export type Population = z.infer<typeof Population>

const Named = z.strictObject({ id: z.string(), name: z.string() }).nullable()

const draw = {
  id: z.string(),
  drawnAt: z.string(),
  drawnBy: z.strictObject({ id: z.string(), name: z.string(), unitName: z.string().nullable() }).nullable(),
  fromOn: z.string(),
  untilOn: z.string(),
  placeCode: z.string().nullable(),
  placeName: z.string().nullable(),
  severity: z.enum(severities).nullable(),
  /** Null: each time the team that found it. */
  unit: Named,
  dueOn: z.string(),
  populationSize: z.int(),
  picked: z.int(),
  passed: z.int(),
  failed: z.int(),
  /** Still to be looked at. */
  open: z.int(),
  /** Reopened before anybody went. */
  dropped: z.int(),
}

export const SpotDraws = z
  .strictObject({ asOf: z.string(), today: z.string(), draws: z.array(z.strictObject(draw)) })
  .meta({ id: 'SpotDraws' })
export type SpotDraws = z.infer<typeof SpotDraws>
export type SpotDrawLine = SpotDraws['draws'][number]

export const SpotDrawWhole = z
  .strictObject({
    ...draw,
    seed: z.string(),
    /** Ids of all that could have been drawn, in order: with the seed, all it takes to draw again. */
    population: z.array(z.string()),
    /** Whether drawing again from seed and population gives these picks, and the journal vouches for the population. */
    repeats: z.strictObject({ samePicks: z.boolean(), journalAgrees: z.boolean() }),
    picks: z.array(
      z.strictObject({
        hazard: HazardLine,
        unit: Named,
        outcome: z.enum(revisitOutcomes).nullable(),
        doneAt: z.string().nullable(),
        doneBy: z.strictObject({ id: z.string(), name: z.string(), unitName: z.string().nullable() }).nullable(),
        remark: z.string().nullable(),
        droppedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'SpotDraw' })
export type SpotDrawWhole = z.infer<typeof SpotDrawWhole>
