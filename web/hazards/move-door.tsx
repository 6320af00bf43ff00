import { useState } from 'react'
import type { Move } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import type { HazardWhole, MoveView } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { useOnline } from '../frame/use-online.ts'
import { isFieldMove } from '../outbox/field-moves.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { stepWords } from '../text/step-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { MoveButton } from '../ui/move-button.tsx'
import { say } from '../ui/say.tsx'
import { type Post, useStep } from './steps/use-step.ts'
import type { OpenStep } from './use-open-step.ts'

/** Steps that need no words: one tap takes them. */
const atOnce: Partial<Readonly<Record<Move, (hazardId: string, taskId: string) => Post>>> = {
  'accept-task': (id, taskId) => (act, version) =>
    told(api.hazards[':id'].tasks[':taskId'].accept.$post({ param: { id, taskId }, json: act }, version)),
  'start-task': (id, taskId) => (act, version) =>
    told(api.hazards[':id'].tasks[':taskId'].start.$post({ param: { id, taskId }, json: act }, version)),
}

interface Props {
  readonly hazard: Pick<HazardWhole, 'id' | 'version' | 'timeline' | 'registerNumber'>
  readonly view: MoveView
  readonly onOpen: (step: OpenStep) => void
  readonly prominent?: boolean
  readonly label?: string
}

/** A step as a button: taken at once, opened as a dialog, or shut with its reason. */
export const MoveDoor = ({ hazard, view, onOpen, prominent = false, label }: Props) => {
  const text = useWords(stepWords)
  const { moves, stages, taskStates } = useWords(tradeWords)
  const ui = useWords(uiWords)
  const [taking, setTaking] = useState(false)
  const ofOutbox = useWords(outboxWords)
  const online = useOnline()
  const step = useStep(hazard, { move: view.move, taskId: view.taskId, done: text.done[view.move] })
  const post = view.taskId === null ? undefined : atOnce[view.move]?.(hazard.id, view.taskId)
  const row = tableOfMoves[view.move]
  const fits =
    view.because === 'another-task-state'
      ? (row.onTask ?? []).map((state) => taskStates[state])
      : view.because === 'another-stage'
        ? row.from.map((stage) => stages[stage])
        : []
  const take = async (now: Post): Promise<void> => {
    setTaking(true)
    try {
      await step({ post: () => now })
    } catch (error) {
      say.failed(error)
    } finally {
      setTaking(false)
    }
  }
  const outOfReach = view.ok && !online && !isFieldMove(view.move)
  return (
    <MoveButton
      label={label ?? moves[view.move]}
      door={outOfReach ? { ok: false, because: null, who: [] } : view}
      prominent={prominent}
      taking={taking}
      {...(fits.length > 0 && { until: ui.fitsWhen(ui.listOf(fits)) })}
      {...(outOfReach && { until: ofOutbox.needsServer })}
      onTake={() => (post ? void take(post) : onOpen(view))}
    />
  )
}
