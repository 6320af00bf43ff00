import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { doorOf } from '../hazards/steps/step-props.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { MoveButton } from '../ui/move-button.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { Choice } from './choice.tsx'
import { DropPhotos } from './drop-photos.tsx'
import type { FieldStep, OutboxEntry } from './entry.ts'
import { useDeviceTime } from './entry-card.tsx'
import { ExportButton } from './export-button.tsx'
import { asComment, asScenePhotos, photosIn, wordsOf } from './salvage.ts'
import { useOutbox } from './use-outbox.ts'

interface Props {
  readonly entry: OutboxEntry
  /** Null for a report that is not there, and while the hazard cannot be read. */
  readonly hazard: HazardWhole | null
}

/**
 * What its author can do: insist where the step is open now, keep what it shows, or give it up. Of what the server has
 * recorded only a photo that it would not have can be given up.
 */
export const SettleChoices = ({ entry, hazard }: Props) => {
  const text = useWords(outboxWords)
  const { moves } = useWords(tradeWords)
  const deviceTime = useDeviceTime()
  const outbox = useOutbox()
  const [, go] = useLocation()
  const [taking, setTaking] = useState(false)
  const [givingUp, setGivingUp] = useState(false)
  const step = entry.what.kind === 'step' ? entry.what : null
  const written = step ? wordsOf(step) : ''
  // what the server would not have in this step it will not have in another
  const photos = entry.photos.filter(({ refusal }) => refusal === null).length

  const settle = async (act: () => Promise<void>, said: string): Promise<void> => {
    setTaking(true)
    try {
      await act()
      say.done(said)
      go('/outbox')
    } catch (error) {
      say.failed(error)
      setTaking(false)
    }
  }
  /** The new entry is safe before the old one goes. */
  const turnInto = (made: () => Promise<FieldStep>): Promise<void> =>
    settle(async () => {
      await outbox.keep([await made()])
      await outbox.giveUp(entry.id)
    }, text.turned)

  const scenePhotos = async (on: HazardWhole): Promise<FieldStep> => {
    const whole = await outbox.whole(entry.id)
    const photos = whole === null ? [] : photosIn(whole, serverClockOffsetMs())
    return asScenePhotos(on, photos, serverClockOffsetMs())
  }
  const door = step && hazard && doorOf(hazard, step.move, step.taskId)
  const mayAdd = hazard && !entry.recorded && doorOf(hazard, 'add-scene-photo', null)?.ok === true && photos > 0
  const mayComment = hazard && !entry.recorded && doorOf(hazard, 'comment', null)?.ok === true && written !== ''
  return (
    <Section title={text.choices}>
      <div className="outbox-choices">
        {entry.state === 'photo-refused' && <DropPhotos entry={entry} hazard={hazard} />}
        {entry.state === 'conflict' && hazard && door && (
          <Choice how={door.ok ? text.insistHow : text.closed}>
            <MoveButton
              label={text.insist}
              door={door}
              prominent
              taking={taking}
              onTake={() => void settle(() => outbox.decideAgain(entry.id, hazard.version), text.insisted)}
            />
          </Choice>
        )}
        {hazard && mayAdd && step?.move !== 'add-scene-photo' && (
          <Choice how={text.asEvidenceHow(photos)}>
            <Button disabled={taking} onClick={() => void turnInto(() => scenePhotos(hazard))}>
              {text.asEvidence}
            </Button>
          </Choice>
        )}
        {hazard && step && mayComment && step.move !== 'comment' && (
          <Choice how={text.asCommentHow}>
            <Button
              disabled={taking}
              onClick={() => {
                const told = `${text.unsentStep(moves[step.move], deviceTime(step.takenAtMs))}：${written}`
                void turnInto(() => asComment(hazard, told, serverClockOffsetMs()))
              }}
            >
              {text.asComment}
            </Button>
          </Choice>
        )}
        {!entry.recorded && (
          <Choice how={text.giveUpHow(entry.photos.length)}>
            <Button disabled={taking} onClick={() => setGivingUp(true)}>
              {text.giveUp}
            </Button>
          </Choice>
        )}
      </div>
      <div className="outbox-acts">
        <ExportButton />
      </div>
      <ConfirmDialog
        opened={givingUp}
        title={text.giveUpTitle}
        confirmLabel={text.giveUp}
        onConfirm={async () => {
          await outbox.giveUp(entry.id)
          say.done(text.givenUp)
          go('/outbox')
        }}
        onClose={() => setGivingUp(false)}
      >
        <p>{text.giveUpHow(entry.photos.length)}</p>
      </ConfirmDialog>
    </Section>
  )
}
