import type { z } from 'zod'
import type { Actor } from '../domain/actor.ts'
import { addDays } from '../domain/county-calendar.ts'
import { type Asked, takeStep } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import type { ReportProgress } from './wire.ts'

/** How far it has come, in words. The next entry is owed a whole round from today, however late this one was. */
export const reportProgress = (world: World, actor: Actor, asked: Asked<z.infer<typeof ReportProgress>>) =>
  takeStep(world, actor, asked, { move: 'report-progress', kind: 'progress-reported' }, async (ground) => {
    const { hazard, county, today } = ground
    const progressDueOn = addDays(today, hazard.progressEveryDays ?? county.settings.progressEveryDays)
    return { change: { progressDueOn }, body: { words: asked.body.words, progressDueOn } }
  })
