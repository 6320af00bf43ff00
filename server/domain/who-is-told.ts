import type { EventKind } from '../../db/event-kinds.ts'
import type { MessageKind, Role } from '../../db/vocabulary.ts'
import type { Day } from './county-calendar.ts'
import type { MessageVariant } from './message-facts.ts'

/** Whom a message goes to, before anybody has looked up who that is today. */
export type Recipient =
  | { readonly person: string }
  | { readonly unit: string; readonly roles: readonly Role[] }
  | { readonly role: Role }
  /** The person named while active; else whoever of the unit could do it. */
  | { readonly answerable: { readonly unitId: string; readonly personId: string | null } }

/** Roles through which a unit's task is in sight (server/domain/actor.ts); others of the unit could not open it. */
export const taskRoles: readonly Role[] = ['road-chief', 'department', 'county-reviewer']
const squadRoles: readonly Role[] = ['squad', 'county-reviewer']
/** Who sees what their unit was asked to look at or to take over. */
const askedRoles: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer']

export const members = (unit: string): Recipient => ({ unit, roles: taskRoles })
export const team = (unit: string): Recipient => ({ unit, roles: squadRoles })
export const asked = (unit: string): Recipient => ({ unit, roles: askedRoles })
export const reviewers: Recipient = { role: 'county-reviewer' }
export const administrators: Recipient = { role: 'administrator' }

export interface ToldTask {
  readonly id: string
  readonly unitId: string
  readonly personId: string | null
  readonly submittedBy: string | null
  readonly dueOn: Day
}

/** The hazard as it is after the act. */
export interface ToldHazard {
  readonly severity: string | null
  readonly stage: string
  readonly teamUnitId: string | null
  readonly reportedBy: string
  readonly supervisorId: string | null
  readonly supervisorBefore: string | null
  readonly progressDueOn: Day | null
  readonly transferToUnitId: string | null
  readonly tasks: readonly ToldTask[]
  /** Chiefs who hold a post of its zone today. */
  readonly chiefIds: readonly string[]
}

export interface Happening {
  readonly kind: EventKind
  readonly taskId: string | null
  readonly body: Readonly<Record<string, unknown>>
  /** Who had asked for the extension that this act may answer. */
  readonly extensionAskedBy: string | null
}

export interface Told {
  readonly kind: MessageKind
  readonly taskId: string | null
  readonly who: readonly Recipient[]
  /** Unit whose name the message bears. */
  readonly unitId: string | null
  readonly dueOn: Day | null
  readonly because: string | null
  readonly variant: MessageVariant | null
}

/** Acts of which the chiefs of the zone are told; for all others nobody needs to look them up. */
export const chiefsAreTold: readonly EventKind[] = ['revisit-failed', 'supervised', 'task-escalated']

const tellingActs: readonly EventKind[] = [
  ...(['hazard-registered', 'task-reassigned', 'task-resumed', 'task-refused', 'task-submitted'] as const),
  ...(['task-returned', 'task-verified', 'hazard-cleared', 'revisit-failed', 'task-escalated', 'commented'] as const),
  ...(['extension-asked', 'extension-granted', 'extension-refused', 'supervised', 'supervision-lifted'] as const),
  ...(['progress-reported', 'transfer-proposed', 'transfer-accepted', 'transfer-refused'] as const),
]

/** Whether anybody may be told of such an act; of all others nothing needs to be looked up. */
export const isTold = (kind: EventKind): boolean => tellingActs.includes(kind)

const person = (id: string | null): Recipient[] => (id === null ? [] : [{ person: id }])
const answerable = ({ unitId, personId }: ToldTask): Recipient => ({ answerable: { unitId, personId } })
const textIn = (body: Happening['body'], ...keys: readonly string[]): string | null => {
  const found = keys.map((key) => body[key]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : null
}

/**
 * Who is told what of an act, as decided on the hazard after it; an act not named here tells nobody. The author is
 * among them where the rule says so: leaving them out is for whoever looks the people up.
 */
export const whoIsTold = (happening: Happening, hazard: ToldHazard): readonly Told[] => {
  const { kind, taskId, body, extensionAskedBy } = happening
  const task = hazard.tasks.find(({ id }) => id === taskId) ?? null
  const because = textIn(body, 'because', 'words', 'remark')
  const told = (
    messageKind: MessageKind,
    who: readonly Recipient[],
    more: { about?: ToldTask | null; variant?: MessageVariant; dueOn?: Day | null } = {},
  ): Told => {
    const { about = task, variant = null } = more
    const dueOn = more.dueOn === undefined ? (about?.dueOn ?? null) : more.dueOn
    return { kind: messageKind, taskId: about?.id ?? null, who, unitId: about?.unitId ?? null, dueOn, because, variant }
  }
  const owners = hazard.tasks.map(answerable)
  const finders = hazard.teamUnitId === null ? [] : [team(hazard.teamUnitId)]
  const chiefs = hazard.chiefIds.flatMap(person)
  const supervisor = person(hazard.supervisorId)
  const cleared = hazard.stage === 'cleared' ? ({ variant: 'cleared', dueOn: null } as const) : { dueOn: null }
  const assigned = (about: ToldTask): Told =>
    told('task-assigned', [members(about.unitId), ...person(about.personId)], { about })

  switch (kind) {
    case 'hazard-registered':
      return hazard.tasks.map(assigned)
    case 'task-reassigned':
    case 'task-resumed':
      return task ? [assigned(task)] : []
    case 'task-refused':
      return [told('task-refused', [reviewers])]
    case 'task-submitted':
      return [
        told('task-submitted', hazard.severity === 'minor' && finders.length > 0 ? finders : [reviewers], {
          dueOn: null,
        }),
      ]
    case 'task-returned':
      return task ? [told('task-returned', [answerable(task), ...person(task.submittedBy)])] : []
    case 'task-verified':
      return task ? [told('task-verified', [answerable(task), ...person(task.submittedBy)], cleared)] : []
    case 'hazard-cleared':
      return [told('task-verified', [...person(hazard.reportedBy), ...finders, ...supervisor], cleared)]
    case 'revisit-failed':
      return [
        told('hazard-reopened', [...owners, ...supervisor, ...chiefs, reviewers], {
          about: null,
          dueOn: textIn(body, 'dueOn'),
        }),
      ]
    case 'extension-asked':
      return [told('extension-asked', [reviewers], { dueOn: textIn(body, 'askedDueOn', 'dueOn') })]
    case 'extension-granted':
      return task
        ? [told('extension-decided', [...person(extensionAskedBy), answerable(task)], { variant: 'granted' })]
        : []
    case 'extension-refused':
      return task
        ? [told('extension-decided', [...person(extensionAskedBy), answerable(task)], { variant: 'refused' })]
        : []
    case 'supervised':
      return [told('supervised', [...supervisor, ...owners, ...chiefs], { about: null, dueOn: hazard.progressDueOn })]
    case 'supervision-lifted':
      return [told('supervised', [...person(hazard.supervisorBefore), ...owners], { about: null, variant: 'lifted' })]
    case 'progress-reported':
      return [told('progress-reported', [...supervisor, reviewers], { about: null })]
    case 'transfer-proposed':
      return hazard.transferToUnitId === null ? [] : [told('transfer-asked', [asked(hazard.transferToUnitId)])]
    case 'transfer-accepted':
      return [told('transfer-decided', [reviewers], { variant: 'accepted' })]
    case 'transfer-refused':
      return [told('transfer-decided', [reviewers], { variant: 'refused' })]
    case 'commented':
      return [told('commented', [...owners, ...finders, ...supervisor, reviewers], { about: null })]
    case 'task-escalated':
      return [told('escalated', [reviewers, ...supervisor, ...chiefs])]
    default:
      return []
  }
}
