import type { HazardWhole, TaskView } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

/** What the system found about each submission of a task; found once and kept, so a new one means a new version. */
export const useFindings = (hazard: Pick<HazardWhole, 'id' | 'version'>, task: Pick<TaskView, 'id'>) =>
  useAsked(
    ['findings', task.id, hazard.version],
    () => told(api.hazards[':id'].tasks[':taskId'].findings.$get({ param: { id: hazard.id, taskId: task.id } })),
    { keepFormer: true },
  )
