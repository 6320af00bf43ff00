import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { doorOf } from '../hazards/steps/step-props.ts'
import { useWords } from '../text/language.ts'
import { refusedPhotoWords } from '../text/refused-photo-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { Choice } from './choice.tsx'
import type { OutboxEntry, PhotoState } from './entry.ts'
import { useOutbox } from './use-outbox.ts'

interface Props {
  readonly entry: OutboxEntry
  /** Null while it cannot be read. */
  readonly hazard: HazardWhole | null
}

interface Refused extends PhotoState {
  readonly index: number
}

/** What becomes of photos that the server would not have: each is taken off by itself, and another may be taken. */
export const DropPhotos = ({ entry, hazard }: Props) => {
  const text = useWords(refusedPhotoWords)
  const outbox = useOutbox()
  const [, go] = useLocation()
  const [dropping, setDropping] = useState<Refused | null>(null)
  const refused = entry.photos
    .map((photo, at): Refused => ({ ...photo, index: at + 1 }))
    .filter(({ refusal }) => refusal !== null)
  const lacking = refused.some(({ copyReceived }) => !copyReceived)
  return (
    <>
      {refused.map((photo) => (
        <Choice key={photo.id} how={text.which(photo.index, photo.refusal ?? '')}>
          <Button variant="filled" onClick={() => setDropping(photo)}>
            {text.drop(photo.index)}
          </Button>
        </Choice>
      ))}
      {hazard !== null && entry.recorded && lacking && <Retake hazard={hazard} />}
      <ConfirmDialog
        opened={dropping !== null}
        title={text.dropTitle}
        confirmLabel={text.drop(dropping?.index ?? 0)}
        onConfirm={async () => {
          if (dropping === null) return
          await outbox.giveUpPhoto(entry.id, dropping.id)
          say.done(text.dropped)
          setDropping(null)
          if (refused.length === 1) go('/outbox')
        }}
        onClose={() => setDropping(null)}
      >
        <p>{dropping?.copyReceived ? text.dropOriginalHow : text.dropHow}</p>
      </ConfirmDialog>
    </>
  )
}

/** An ordinary further photo of the scene, for whom that door is open. */
const Retake = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(refusedPhotoWords)
  const { moves } = useWords(tradeWords)
  if (doorOf(hazard, 'add-scene-photo', null)?.ok !== true) return null
  return (
    <Choice how={text.retakeHow(moves['add-scene-photo'])}>
      <Button component={Link} href={`/hazards/${hazard.id}`}>
        {text.retake}
      </Button>
    </Choice>
  )
}
