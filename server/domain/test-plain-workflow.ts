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
  /** Who asked for more time and waits for the answer. */
  asker: string | null
  late: boolean
}

export interface PlainStep {
  move: Move
  who: Actor
  /** Which task, by its place; -1 names none. */
  task: number
  /** What the step brings along: the team sent, the tasks put on the register, who takes a task or the hazard over. */
  unit: string
  /** A transfer goes to another county. */
  abroad: boolean
  /** Who is named to supervise it. */
  supervisor: string
  severity: Severity
  newTasks: readonly string[]
}

/** A deadline that starts anew: nobody waits for an answer about the old one. */
const fresh = { asker: null, late: false } as const

const isOneOfTheUnits = ({ role }: Actor): boolean => role === 'squad' || role === 'road-chief' || role === 'department'

export class PlainHazard {
  stage: Stage = 'team'
  aside: 'void' | 'merged' | 'transferred' | null = null
  team: string | null = null
  teamPhotos = 0
  complete = false
  severity: Severity | null = null
  tasks: PlainTask[] = []
  supervised = false
  supervisor: string | null = null
  /** Whom a transfer asks; the empty word is another county. */
  transferTo: string | null = null
  /** Units drawn to look again, and all that were ever asked for anything. */
  drawn: string[] = []
  everAsked = new Set<string>()
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
    if (this.supervisor === who.id) return true
    const canBeAsked = who.role === 'squad' || who.role === 'road-chief' || who.role === 'department'
    if (canBeAsked && who.unitId !== null && this.everAsked.has(who.unitId)) return true
    const inside = (codes: readonly string[]) => codes.some((code) => this.place.slice(0, code.length) === code)
    const ofUnit = this.tasks.some(({ unit }) => unit === who.unitId)
    if (who.role === 'squad') return ofUnit || inside(who.areaCodes) || (this.team !== null && this.team === who.unitId)
    if (who.role === 'road-chief') return ofUnit || inside(who.zonePlaceCodes) || who.zoneIds.includes(this.zone)
    return who.role === 'department' && ofUnit
  }

  /** The day ends on which its tasks were due. */
  growLate(): void {
    for (const task of this.tasks) task.late = true
  }

  /** A cleared one is drawn for a spot check by a unit. */
  draw(unit: string): void {
    this.drawn.push(unit)
    this.everAsked.add(unit)
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
    if (move === 'reinstate-hazard') return county && this.aside !== null && this.stage !== 'cleared'
    if (this.aside !== null) return false
    if (move === 'void-hazard' || move === 'merge-hazard') return county && this.stage !== 'cleared'
    if (move === 'transfer-hazard') return county && this.stage !== 'cleared' && this.transferTo === null
    if (move === 'issue-notice')
      return (this.stage === 'register' || this.stage === 'cleared') && (county || isOneOfTheUnits(who))

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
      case 'fail-revisit': {
        const sent = who.role === 'squad' && who.unitId !== null && this.drawn.includes(who.unitId)
        return this.stage === 'cleared' && (squadOrCounty || sent) && !curedIt
      }
      case 'accept-transfer':
      case 'refuse-transfer': {
        const receiver = isOneOfTheUnits(who) && this.transferTo === who.unitId
        return this.stage !== 'cleared' && this.transferTo !== null && (county || receiver)
      }
      case 'supervise':
      case 'lift-supervision':
        if (this.stage !== 'register' || !(county || who.role === 'leader')) return false
        return this.supervised === (move === 'lift-supervision')
      case 'report-progress': {
        const named = this.supervisor === who.id || this.tasks.some((t) => t.person === who.id || t.unit === who.unitId)
        const mayBeNamed = who.role === 'leader' || who.role === 'road-chief' || who.role === 'department'
        return this.stage === 'register' && this.supervised && (county || (mayBeNamed && named))
      }
    }

    const task = this.tasks[place]
    if (!task || this.stage !== 'register') return false
    if (move === 'reassign-task') return county && task.state !== 'submitted' && task.state !== 'verified'
    if (move === 'verify-task' || move === 'return-task') {
      const finder = who.role === 'squad' && who.unitId === this.team && this.severity === 'minor'
      return task.state === 'submitted' && (county || finder) && task.submitter !== who.id
    }
    if (move === 'grant-extension' || move === 'refuse-extension') {
      const waits = task.asker !== null && !['submitted', 'verified', 'refused'].includes(task.state)
      return county && waits && task.asker !== who.id
    }
    if (!county && !(isOneOfTheUnits(who) && (task.unit === who.unitId || task.person === who.id))) return false
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
      case 'ask-extension':
        if (task.late || task.asker !== null) return false
        return ['assigned', 'accepted', 'under-way', 'returned'].includes(task.state)
    }
  }

  private change(step: PlainStep): void {
    const { move, who, task: place, unit, severity, newTasks } = step
    if (move === 'dispatch-team') this.team = who.role === 'squad' ? who.unitId : unit
    if (move === 'complete-scene') this.complete = true
    if (move === 'void-hazard') this.aside = 'void'
    if (move === 'merge-hazard') this.aside = 'merged'
    if (move === 'reinstate-hazard') this.aside = null
    if (move === 'add-scene-photo') {
      this.teamPhotos++
      if (this.stage === 'team') this.stage = 'camera'
    }
    if (move === 'register-hazard') {
      this.stage = 'register'
      this.severity = severity
      this.tasks = newTasks.map((owner) => ({
        state: 'assigned',
        unit: owner,
        person: null,
        submitter: null,
        ...fresh,
      }))
      if (severity === 'major') this.watch(step.supervisor)
    }
    if (move === 'fail-revisit') {
      this.stage = 'register'
      this.drawn = []
      for (const task of this.tasks) Object.assign(task, { state: 'returned', ...fresh })
      if (this.severity === 'major') this.watch(step.supervisor)
    }
    if (move === 'pass-revisit') this.drawn = this.drawn.filter((drawn) => drawn !== who.unitId)
    if (move === 'supervise') this.watch(step.supervisor)
    if (move === 'lift-supervision') this.unwatch()
    this.changeHands(step)
    const task = this.tasks[place]
    if (task) this.changeTask(task, step)
  }

  private watch(supervisor: string): void {
    this.supervised = true
    this.supervisor = supervisor
  }

  private unwatch(): void {
    this.supervised = false
    this.supervisor = null
  }

  /** Handed to another: a squad becomes the team, another unit takes over all that is not yet submitted. */
  private changeHands({ move, who, unit, abroad }: PlainStep): void {
    if (move === 'transfer-hazard') {
      this.transferTo = abroad ? '' : unit
      if (!abroad) this.everAsked.add(unit)
    }
    if (move === 'accept-transfer') {
      const to = this.transferTo ?? ''
      if (to === '') this.aside = 'transferred'
      else if (to.endsWith('squad')) this.team = to
      else
        for (const task of this.tasks) {
          if (task.state === 'submitted' || task.state === 'verified') continue
          const person = who.unitId === to ? who.id : null
          Object.assign(task, { state: 'accepted', unit: to, person, submitter: null, asker: null })
        }
    }
    if (move === 'accept-transfer' || move === 'refuse-transfer') this.transferTo = null
  }

  private changeTask(task: PlainTask, { move, who, unit }: PlainStep): void {
    if (move === 'accept-task') {
      task.state = 'accepted'
      if (task.person === null && task.unit === who.unitId) task.person = who.id
    }
    if (move === 'refuse-task') task.state = 'refused'
    if (move === 'start-task') task.state = 'under-way'
    if (move === 'plan-task') task.state = 'planned'
    if (move === 'resume-task') Object.assign(task, { state: 'assigned', ...fresh })
    if (move === 'return-task') task.state = 'returned'
    if (move === 'submit-task') Object.assign(task, { state: 'submitted', submitter: who.id })
    if (move === 'reassign-task')
      Object.assign(task, { state: 'assigned', unit, person: null, submitter: null, ...fresh })
    if (move === 'ask-extension') task.asker = who.id
    if (move === 'refuse-extension') task.asker = null
    if (move === 'grant-extension') Object.assign(task, fresh)
    if (move === 'verify-task') {
      Object.assign(task, { state: 'verified', asker: null })
      if (!this.tasks.every(({ state }) => state === 'verified')) return
      this.stage = 'cleared'
      this.transferTo = null
      this.unwatch()
    }
  }
}
