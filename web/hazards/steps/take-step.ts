import type { HazardWhole } from '../../../server/hazards/answers.ts'
import type { PhotoTakenBody } from '../../../server/hazards/wire.ts'
import { onVersion } from '../../api.ts'
import { NoAnswer } from '../../api-problem.ts'
import { useOnline } from '../../frame/use-online.ts'
import { isFieldMove } from '../../outbox/field-moves.ts'
import { fieldPhotoOf, fieldStepOf, photosNamed, type StepSubject } from '../../outbox/field-step.ts'
import { unsentOf } from '../../outbox/unsent-steps.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import type { PhotoTray } from '../../photos/photo-tray.ts'
import { serverClockOffsetMs } from '../../server-clock.ts'
import { useKeepHazard } from '../use-hazard.ts'

/** What every step sends besides its own fields. */
export interface ActFields {
  readonly actId: string
  readonly deviceAt: string
}

export type Post = (act: ActFields, version: { headers: Record<string, string> }) => Promise<HazardWhole>

export interface Step {
  readonly post: (photos: PhotoTakenBody[]) => Post
  /** Absent where the step carries no photos. */
  readonly tray?: PhotoTray
}

/** On the spot nobody waits for a link that has fallen silent: the outbox goes on with what was begun. */
const fieldPatience = { stillMs: 6_000, answerMs: 10_000 }

const unlessSilent = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(false, null)), fieldPatience.answerMs)
  })
  try {
    return await Promise.race([asked, silence])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Takes a step with the server, or, for what is done in the field, keeps it on this device when no answer comes.
 * `kept`: it stands in the outbox, with its photos, and goes up by itself; behind others of the same hazard in any case.
 * `kept-slow`: the same, because a link that was there did not bring it through.
 */
export const useTakeStep = () => {
  const keepHazard = useKeepHazard()
  const outbox = useOutbox()
  const online = useOnline()

  const keep = async (subject: StepSubject, act: ActFields, { post, tray }: Step): Promise<void> => {
    const taken = tray ? await tray.placed() : []
    const clockOffsetMs = serverClockOffsetMs()
    const photos = taken.map((photo) => fieldPhotoOf(photo, clockOffsetMs))
    const here = photos.flatMap((photo) => photo ?? [])
    if (here.length < photos.length) throw new NoAnswer(true, null)
    const behind = unsentOf(outbox.entries(), subject.hazardId).length > 0
    const deciding = { subject, act, behind, clockOffsetMs, photos: tray ? here : null }
    const step = await fieldStepOf(deciding, (headers) => post(photosNamed(taken))(act, { headers }))
    await outbox.keep([step])
  }

  return async (subject: StepSubject, act: ActFields, step: Step): Promise<'taken' | 'kept' | 'kept-slow'> => {
    const inField = isFieldMove(subject.move)
    if (!inField && !online) throw new NoAnswer(true, null)
    const behind = unsentOf(outbox.entries(), subject.hazardId).length > 0
    if (inField && (!online || behind)) {
      await keep(subject, act, step)
      return 'kept'
    }
    try {
      const photos = step.tray ? await step.tray.allSent(inField ? fieldPatience : null) : []
      const posted = step.post(photos)(act, onVersion(subject.version))
      keepHazard(await (inField ? unlessSilent(posted) : posted))
      return 'taken'
    } catch (error) {
      if (!(error instanceof NoAnswer) || !inField) throw error
      await keep(subject, act, step)
      return error.offline ? 'kept' : 'kept-slow'
    }
  }
}
