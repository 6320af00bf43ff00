import type { Actor } from '../../server/domain/actor.ts'
import { advance, type HazardFacts, judge } from '../../server/domain/hazard-workflow.ts'
import type { Reason } from '../../server/domain/reasons.ts'
import type { HazardWhole, MoveView } from '../../server/hazards/answers.ts'
import type { FieldStepFacts, OutboxEntry } from './entry.ts'

export const isOfHazard = ({ what }: Pick<OutboxEntry, 'what'>, hazardId: string): boolean => what.hazardId === hazardId

/** Not yet known to the server: another step on the same hazard has to wait its turn behind it. */
const isUnsent = ({ state }: Pick<OutboxEntry, 'state'>): boolean => state === 'waiting' || state === 'sending'

/** What stands before a new step on this hazard, in the order of the device. */
export const unsentOf = (entries: readonly OutboxEntry[], hazardId: string): readonly OutboxEntry[] =>
  entries.filter((entry) => isOfHazard(entry, hazardId) && isUnsent(entry)).sort((a, b) => a.seq - b.seq)

export const stepsAmong = (entries: readonly OutboxEntry[]): readonly FieldStepFacts[] =>
  entries.flatMap(({ what }) => (what.kind === 'step' ? [what] : []))

/** The server judged these by who is asking; an own step does not change that. */
const aboutRights: readonly Reason[] = [
  'another-role',
  'another-team',
  'another-unit',
  'county-verifies',
  'not-the-supervised',
  'another-receiver',
]

const factsOf = (hazard: HazardWhole, today: string): HazardFacts => ({
  stage: hazard.stage,
  setAside: hazard.setAside,
  severity: hazard.severity,
  placeCode: hazard.placeCode,
  teamUnitId: hazard.team?.id ?? null,
  teamScenePhotos: hazard.photos.filter(({ role }) => role === 'scene').length,
  hasPosition: hazard.position !== null,
  sceneComplete: hazard.sceneCompletedAt !== null,
  supervised: hazard.supervision !== null,
  supervisorId: hazard.supervision?.supervisor?.id ?? null,
  transfer: hazard.transfer && { toUnitId: hazard.transfer.toUnit?.id ?? null, asTeam: false },
  revisitUnitIds: hazard.revisits.flatMap(({ unit, outcome }) => (unit && outcome === null ? [unit.id] : [])),
  tasks: hazard.tasks.map((task) => ({
    id: task.id,
    state: task.state,
    unitId: task.unit?.id ?? '',
    personId: task.person?.id ?? null,
    submittedBy: task.submittedBy?.id ?? null,
    extensionAskedBy: task.extensions.find(({ waiting }) => waiting)?.askedBy?.id ?? null,
    deadlinePassed: task.dueOn < today,
  })),
})

/** Rights were judged by the server, so here somebody asks who stands above whose step it is; own work stays own work. */
const aboveRights = (me: { id: string; unitId: string | null }): Actor => ({
  ...{ county: '', id: me.id, name: '', role: 'county-reviewer', unitId: me.unitId },
  ...{ areaCodes: [], zoneIds: [], zonePlaceCodes: [] },
})

/**
 * The doors as they will stand once the reader's own unsent steps have arrived, so that the next step can be taken
 * before they have, by the same rules as on the server. All else is shown as the server last told it.
 */
export const withUnsent = (
  hazard: HazardWhole,
  steps: readonly FieldStepFacts[],
  me: { id: string; unitId: string | null },
  today: string,
): HazardWhole => {
  if (steps.length === 0) return hazard
  const actor = aboveRights(me)
  let facts = factsOf(hazard, today)
  for (const { move, taskId } of steps) {
    const verdict = judge(move, facts, actor, taskId)
    if (verdict.ok) facts = advance(facts, move, verdict.next, actor, taskId)
  }
  const after = facts
  const doorAfter = (view: MoveView): MoveView => {
    if (view.because !== null && aboutRights.includes(view.because)) return view
    const verdict = judge(view.move, after, actor, view.taskId)
    return verdict.ok
      ? { ...view, ok: true, because: null, who: [] }
      : { ...view, ok: false, because: verdict.because, who: [...verdict.who] }
  }
  return { ...hazard, moves: hazard.moves.map(doorAfter) }
}
