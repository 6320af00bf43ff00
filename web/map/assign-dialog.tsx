import { Button, Modal, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { reasonWords } from '../../server/domain/reasons.ts'
import { api, onVersion, told } from '../api.ts'
import { PersonChoice, UnitChoice } from '../hazards/steps/unit-choice.tsx'
import { WordsField } from '../hazards/steps/words-field.tsx'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { usePageInUse } from '../shell/page-in-use.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { stepWords } from '../text/step-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { sentenceOf } from '../ui/sentence-of.ts'
import { assignOneByOne, type Left, type Outcome } from './assign-one-by-one.ts'
import type { Listed } from './list-order.ts'

interface Props {
  readonly hazards: readonly Listed[]
  /** Leaves those picked out which could not be handed over. */
  readonly onKeepOnly: (ids: readonly string[]) => void
  readonly onClose: () => void
}

/** Hands the task of each over to one unit, by the very step that one hazard has, and tells which were left and why. */
export const AssignDialog = ({ hazards, onKeepOnly, onClose }: Props) => {
  const text = useWords(mapWorkWords)
  const step = useWords(stepWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null)
  const stopped = useRef(false)
  const going = done !== null && outcomes === null
  usePageInUse(going)

  const start = async (unit: string): Promise<void> => {
    stopped.current = false
    setDone(0)
    const after = await assignOneByOne(
      hazards.map(({ id }) => id),
      { unitId: unit, personId },
      {
        look: (id) => told(api.hazards[':id'].$get({ param: { id } })),
        reassign: ({ id, version }, taskId) => {
          const json = { actId: newId(), deviceAt: serverNow(), unitId: unit, personId, because, dueOn: null }
          return told(
            api.hazards[':id'].tasks[':taskId'].reassign.$post({ param: { id, taskId }, json }, onVersion(version)),
          )
        },
        stopped: () => stopped.current,
        tell: setDone,
      },
    )
    setOutcomes(after)
    void client.invalidateQueries()
  }
  const why = unitId === null ? step.unitNeeded : because.trim() === '' ? step.becauseNeeded : null
  return (
    <Modal
      opened
      onClose={going ? () => undefined : onClose}
      title={text.assignTitle(hazards.length)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': ui.close, disabled: going }}
    >
      {outcomes !== null ? (
        <After hazards={hazards} outcomes={outcomes} onKeepOnly={onKeepOnly} onClose={onClose} />
      ) : going ? (
        <>
          <div className="dialog-body">
            <p role="status" className="figures">
              {text.assignGoing(done, hazards.length)}
            </p>
            <Progress value={(done / hazards.length) * 100} aria-label={text.assignGoing(done, hazards.length)} />
          </div>
          <div className="dialog-actions">
            <Button
              onClick={() => {
                stopped.current = true
              }}
            >
              {text.assignStop}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className="dialog-body">
            <p>{text.assignHow}</p>
            <UnitChoice
              label={step.unitLabel}
              value={unitId}
              onChange={(unit) => {
                setUnitId(unit)
                setPersonId(null)
              }}
            />
            {unitId !== null && <PersonChoice unitId={unitId} value={personId} onChange={setPersonId} />}
            <WordsField label={step.because} value={because} onChange={setBecause} mostLetters={500} />
          </div>
          {why !== null && <p className="dialog-wait">{why}</p>}
          <div className="dialog-actions">
            <Button onClick={onClose}>{ui.cancel}</Button>
            <Button variant="filled" disabled={why !== null} onClick={() => unitId !== null && void start(unitId)}>
              {text.assignStart}
            </Button>
          </div>
        </>
      )}
    </Modal>
  )
}

interface AfterProps extends Props {
  readonly outcomes: readonly Outcome[]
}

const After = ({ hazards, outcomes, onKeepOnly, onClose }: AfterProps) => {
  const text = useWords(mapWorkWords)
  const reasonOf = useReason()
  const numberOf = new Map(hazards.map(({ id, number }) => [id, number]))
  const left = outcomes.flatMap(({ id, left: why }) => (why === null ? [] : [{ id, why }]))
  const untouched = left.filter(({ why }) => why.why === 'untouched').length
  return (
    <>
      <div className="dialog-body">
        <p role="status" className="figures">
          {text.assignDone(outcomes.length - left.length, left.length)} {untouched > 0 && text.assignStopped(untouched)}
        </p>
        <ul className="map-left">
          {left.map(({ id, why }) => (
            <li key={id}>
              <a href={`/hazards/${id}`} target="_blank" rel="noreferrer" className="figures">
                {numberOf.get(id) ?? id}
              </a>
              <span>{reasonOf(why)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="dialog-actions">
        {left.length > 0 && (
          <Button
            onClick={() => {
              onKeepOnly(left.map(({ id }) => id))
              onClose()
            }}
          >
            {text.assignKeepLeft}
          </Button>
        )}
        <Button variant="filled" onClick={onClose} data-autofocus>
          {text.closeAssign}
        </Button>
      </div>
    </>
  )
}

/** The words in which the server, or the door itself, says why. */
const useReason = () => {
  const text = useWords(mapWorkWords)
  const ui = useWords(uiWords)
  const { roles } = useWords(tradeWords)
  const language = useLanguage()
  return (left: Left): string => {
    switch (left.why) {
      case 'shut': {
        const { because, who } = left.door
        const said = because === null ? '' : reasonWords[because][language]
        return because === 'another-role' ? `${said} ${ui.whoCould(ui.listOf(who.map((role) => roles[role])))}` : said
      }
      case 'no-task':
        return text.noTask
      case 'several-tasks':
        return text.severalTasks
      case 'already-theirs':
        return text.alreadyTheirs
      case 'untouched':
        return text.untouched
      case 'failed':
        return sentenceOf(left.error, language)
    }
  }
}
