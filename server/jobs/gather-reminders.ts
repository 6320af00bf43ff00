import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import { addDays, type Day, dayOf } from '../domain/county-calendar.ts'
import {
  type Reminder,
  reminderOfProgress,
  reminderOfReply,
  reminderOfRevisit,
  remindersOfTask,
  replyNoticeDays,
  revisitNoticeDays,
} from '../domain/reminders.ts'
import { findCounty, tasksOf } from '../hazards/store.ts'
import { owedReplies, owedRevisits, owingProgress, runningTasks } from './due-store.ts'

/** A reminder with the rows that it is about. */
export interface Owed {
  readonly reminder: Reminder
  readonly hazard: Row<'hazards'> | null
  readonly task: Row<'tasks'> | null
  readonly notice: Row<'notices'> | null
}

const pageSize = 500
const nothing = { hazard: null, task: null, notice: null }

/** All that is to be said on this day of the county, page by page; whether it was said before is not asked here. */
export async function* gatherReminders(db: Db, county: string, today: Day): AsyncGenerator<Owed[]> {
  const { settings, timeZone } = await findCounty(db, county)
  for (let afterId = ''; ; ) {
    const page = await runningTasks(db, county, afterId, pageSize)
    yield page.flatMap(({ task, hazard }) => {
      const { assignedAt, escalatedAt } = task
      const escalatedOn = escalatedAt === null ? null : dayOf(escalatedAt, timeZone)
      const dated = { ...task, assignedOn: dayOf(assignedAt, timeZone), escalatedOn }
      return remindersOfTask(dated, today, settings).map((reminder) => ({ ...nothing, reminder, hazard, task }))
    })
    const last = page.at(-1)
    if (!last || page.length < pageSize) break
    afterId = last.task.id
  }

  const supervised: Owed[] = []
  for (const hazard of await owingProgress(db, county, today)) {
    const owners = (await tasksOf(db, county, hazard.id)).map(({ unitId, personId }) => ({
      answerable: { unitId, personId },
    }))
    const { id, supervisorId, progressDueOn } = hazard
    if (progressDueOn === null) continue
    const reminder = reminderOfProgress({ id, supervisorId, progressDueOn }, owners, today)
    if (reminder) supervised.push({ ...nothing, reminder, hazard })
  }
  yield supervised

  const visits = await owedRevisits(db, county, addDays(today, revisitNoticeDays))
  yield visits.flatMap(({ visit, hazard }) => {
    const reminder = reminderOfRevisit({ ...visit, teamUnitId: hazard.teamUnitId }, today)
    return reminder ? [{ ...nothing, reminder, hazard }] : []
  })

  const notices = await owedReplies(db, county, addDays(today, replyNoticeDays))
  yield notices.flatMap((notice) => {
    const { id, addresseeUnitId: unitId, replyDueOn } = notice
    if (unitId === null || replyDueOn === null) return []
    const reminder = reminderOfReply({ id, unitId, replyDueOn }, today)
    return reminder ? [{ ...nothing, reminder, notice }] : []
  })
}
