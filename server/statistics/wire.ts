import { z } from 'zod'
import { DayText } from '../hazards/wire.ts'

/** A cohort: what was registered from one day to another, in the county's zone; absent ends are open. */
export const Period = z.strictObject({ from: DayText.optional(), until: DayText.optional() })
export type Period = z.infer<typeof Period>

const Rate = z.strictObject({
  n: z.int(),
  d: z.int(),
  value: z.number().nullable(),
  small: z.boolean(),
  asOf: z.string(),
})

const figures = {
  registered: z.int(),
  open: z.int(),
  overdue: z.int(),
  planned: z.int(),
  cleared: z.int(),
  reopened: z.int(),
  openMajor: z.int(),
  clearance: Rate,
  /** Coverage of the revisits: looked at again, of the cleared. A full clearance rate is never shown without it. */
  revisits: Rate,
}

export const CountyFigures = z
  .strictObject({
    asOf: z.string(),
    today: z.string(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    ...figures,
    /** Cleared by the first deadline, of what was due by it before today; beside it by the deadline in force. */
    onTime: Rate,
    onTimeInForce: Rate,
    /** How many were granted a later deadline. */
    extended: z.int(),
    /** Came back within the county's days of having been cleared, of all that were ever cleared. */
    relapses: Rate,
    daysToClear: z.strictObject({ median: z.number().nullable(), p90: z.number().nullable() }),
    /** Leads that are not on the register yet, whatever the period. */
    unregistered: z.int(),
    byTownship: z.array(z.strictObject({ code: z.string().nullable(), name: z.string().nullable(), ...figures })),
    byCategory: z.array(z.strictObject({ group: z.string(), ...figures })),
  })
  .meta({ id: 'CountyFigures' })
export type CountyFigures = z.infer<typeof CountyFigures>
