import type { Move, Severity, Stage, TaskState } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'

/**
 * The workflow told a second time, straight from the words of the county's method and without the table of moves:
 * a plain thing that changes in place. The random walk holds the real rules against it.
 */
export interface PlainTask {
  state: TaskState
  unit: string
  person: string | null
  submitter: string | null
}

export interface PlainStep {
  move: Move
  who: Actor
  /** Which task, by its place; -1 names none. */
  task: number
  /** What the step brings along: the team sent, the tasks put on the register, or who takes a task over. */
  unit: string
  severity: Severity
  newTasks: readonly string[]
}

export class PlainHazard {
  stage: Stage = 'team'
  voided = false
  team: string | null = null
  teamPhotos = 0
  complete = false
  severity: Severity | null = null
  tasks: PlainTask[] = []
  readonly place: string
  readonly zone: string
  readonly reporter: string
  readonly hasPosition: boolean

  constructor(place: string, zone: string, reporter: string, hasPosition: boolean) {
    this.place = place
    this.zone = zone
    this.reporter = reporter
    this.hasPosition = hasPosition
  }

  /** Everything one may see: the county all of it, others their area, zone, tasks, team and own reports. */
  seenBy(who: Actor): boolean {
    if (who.role === 'county-reviewer' || who.role === 'leader') return true
    if (this.reporter === who.id || this.tasks.some(({ person }) => person === who.id)) return true
    const inside = (codes: readonly string[]) => codes.some((code) => this.place.slice(0, code.length) === code)
    const ofUnit = this.tasks.some(({ unit }) => unit === who.unitId)
    if (who.role === 'squad') return inside(who.areaCodes) || (this.team !== null && this.team === who.unitId)
    if (who.role === 'road-chief') return ofUnit || inside(who.zonePlaceCodes) || who.zoneIds.includes(this.zone)
    return who.role === 'department' && ofUnit
  }

  /** Takes the step when it may be taken; says whether it was. */
  take(step: PlainStep): boolean {
    if (!this.seenBy(step.who) || !this.may(step)) return false
    this.change(step)
    return true
  }

  private may({ move, who, task: place }: PlainStep): boolean {
    if (move === 'comment') return who.role !== 'light-reporter' && who.role !== 'administrator'
    const county = who.role === 'county-reviewer'
    if (move === 'reinstate-hazard') return county && this.voided && this.stage !== 'cleared'
    if (this.voided) return false
    if (move === 'void-hazard') return county && this.stage !== 'cleared'

    const sentOrNear =
      this.team === null ? who.areaCodes.some((code) => this.place.startsWith(code)) : this.team === who.unitId
    const squadOrCounty = county || (who.role === 'squad' && sentOrNear)
    const curedIt = this.tasks.some(({ submitter }) => submitter === who.id)
    switch (move) {
      case 'dispatch-team':
        return this.stage === 'team' && squadOrCounty
      case 'add-scene-photo':
        return this.stage !== 'cleared' && this.team !== null && squadOrCounty
      case 'complete-scene':
        return this.stage === 'camera' && this.teamPhotos > 0 && this.hasPosition && !this.complete && squadOrCounty
      case 'register-hazard':
        return this.stage === 'camera' && this.complete && squadOrCounty
      case 'pass-revisit':
      case 'fail-revisit':
        return this.stage === 'cleared' && squadOrCounty && !curedIt
    }

    const task = this.tasks[place]
    if (!task || this.stage !== 'register') return false
    if (move === 'reassign-task') return county && task.state !== 'submitted' && task.state !== 'verified'
    if (move === 'verify-task' || move === 'return-task') {
      const finder = who.role === 'squad' && who.unitId === this.team && this.severity === 'minor'
      return task.state === 'submitted' && (county || finder) && task.submitter !== who.id
    }
    const answerable = who.role === 'road-chief' || who.role === 'department'
    if (!county && !(answerable && (task.unit === who.unitId || task.person === who.id))) return false
    switch (move) {
      case 'accept-task':
      case 'refuse-task':
        return task.state === 'assigned'
      case 'start-task':
        return task.state === 'accepted' || task.state === 'returned'
      case 'submit-task':
        return task.state === 'accepted' || task.state === 'under-way' || task.state === 'returned'
      case 'resume-task':
        return task.state === 'planned'
      case 'plan-task':
        return ['assigned', 'accepted', 'under-way', 'returned'].includes(task.state)
      case 'control-interim':
        return !['submitted', 'verified', 'refused'].includes(task.state)
    }
  }

  private change({ move, who, task: place, unit, severity, newTasks }: PlainStep): void {
    if (move === 'dispatch-team') this.team = who.role === 'squad' ? who.unitId : unit
    if (move === 'complete-scene') this.complete = true
    if (move === 'void-hazard') this.voided = true
    if (move === 'reinstate-hazard') this.voided = false
    if (move === 'add-scene-photo') {
      this.teamPhotos++
      if (this.stage === 'team') this.stage = 'camera'
    }
    if (move === 'register-hazard') {
      this.stage = 'register'
      this.severity = severity
      this.tasks = newTasks.map((owner) => ({ state: 'assigned', unit: owner, person: null, submitter: null }))
    }
    if (move === 'fail-revisit') {
      this.stage = 'register'
      for (const task of this.tasks) task.state = 'returned'
    }
    const task = this.tasks[place]
    if (!task) return
    if (move === 'accept-task') {
      task.state = 'accepted'
      if (task.person === null && task.unit === who.unitId) task.person = who.id
    }
    if (move === 'refuse-task') task.state = 'refused'
    if (move === 'start-task') task.state = 'under-way'
    if (move === 'plan-task') task.state = 'planned'
    if (move === 'resume-task') task.state = 'assigned'
    if (move === 'return-task') task.state = 'returned'
    if (move === 'submit-task') Object.assign(task, { state: 'submitted', submitter: who.id })
    if (move === 'reassign-task') Object.assign(task, { state: 'assigned', unit, person: null, submitter: null })
    if (move === 'verify-task') {
      task.state = 'verified'
      if (this.tasks.every(({ state }) => state === 'verified')) this.stage = 'cleared'
    }
  }
}
