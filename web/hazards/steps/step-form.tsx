import type { ReactNode } from 'react'
import type { Move } from '../../../db/vocabulary.ts'
import { reasonWords } from '../../../server/domain/reasons.ts'
import type { HazardWhole, PhotoView } from '../../../server/hazards/answers.ts'
import type { PhotoTakenBody } from '../../../server/hazards/wire.ts'
import { useOnline } from '../../frame/use-online.ts'
import { isFieldMove } from '../../outbox/field-moves.ts'
import { PhotoPicker } from '../../photos/photo-picker.tsx'
import type { TrayPhoto } from '../../photos/photo-tray.ts'
import { usePhotoTray } from '../../photos/use-photo-tray.ts'
import { useLanguage, useWords } from '../../text/language.ts'
import { outboxWords } from '../../text/outbox-words.ts'
import { photoWords } from '../../text/photo-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { type Form, FormDialog } from '../../ui/dialogs.tsx'
import type { Draft } from '../../ui/drafts.ts'
import { useMe } from '../../ui/use-me.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { doorOf } from './step-props.ts'
import { useAgainst } from './use-against.ts'
import { type Post, useStep } from './use-step.ts'
import './step-form.css'

interface Photos {
  readonly label: string
  readonly most: number
  /** Steps between which one may change one's mind on the spot keep their photos in common. */
  readonly sharedAs?: string
  /** Earlier photos of the place, to be laid over the live camera. */
  readonly before?: readonly PhotoView[]
  /** What is to be said of one of them before the step is taken; null where nothing is. */
  readonly doubtOf?: (photo: TrayPhoto) => string | null
}

interface Props<Values extends Draft> {
  readonly hazard: HazardWhole
  readonly move: Move
  readonly taskId?: string
  readonly title?: string
  readonly submitLabel: string
  readonly initial: Values
  readonly notYet?: (values: Values) => string | null
  readonly size?: 'md' | 'lg' | 'xl'
  /** Where photos go with the step, at least one is needed. */
  readonly photos?: Photos
  readonly post: (values: Values, photos: PhotoTakenBody[]) => Post
  readonly onClose: () => void
  /** The picker stands where the form puts it. */
  readonly children?: (form: Form<Values>, picker: ReactNode) => ReactNode
}

/** The dialog of any step: its draft, its photos, its door, and what changed since it was opened. */
export const StepForm = <Values extends Draft>(props: Props<Values>) => {
  const { hazard, move, taskId = null, title, submitLabel, initial, size, photos, onClose } = props
  const text = useWords(stepWords)
  const ofPhotos = useWords(photoWords)
  const { moves } = useWords(tradeWords)
  const language = useLanguage()
  const me = useMe()
  // another person on this device must not find the words of the one before
  const draftKey = `step.${me.person.id}.${move}.${taskId ?? hazard.id}`
  const { tray, photos: taken } = usePhotoTray(
    photos?.sharedAs === undefined ? draftKey : `step.${me.person.id}.${photos.sharedAs}.${hazard.id}`,
  )
  const ofOutbox = useWords(outboxWords)
  const online = useOnline()
  const inField = isFieldMove(move)
  const step = useStep(hazard, { move, taskId, done: text.done[move] })
  const door = doorOf(hazard, move, taskId)
  const isEmpty = Object.keys(initial).length === 0

  const notYet = (values: Values): string | null => {
    if (!online && !inField) return ofOutbox.needsServer
    if (door && !door.ok && door.because !== null) return reasonWords[door.because][language]
    const own = props.notYet?.(values) ?? null
    if (own !== null || photos === undefined) return own
    return taken.length === 0 ? ofPhotos.needed : null
  }
  const submit = async (values: Values): Promise<void> => {
    await step({ post: (sent) => props.post(values, sent), ...(photos !== undefined && { tray }) })
    tray.empty()
  }
  const against = useAgainst(hazard, photos?.before ?? [])
  const picker = photos && (
    <PhotoPicker
      tray={tray}
      photos={taken}
      label={photos.label}
      most={photos.most}
      against={against}
      {...(photos.doubtOf && { doubtOf: photos.doubtOf })}
    />
  )
  return (
    <FormDialog
      opened
      title={title ?? moves[move]}
      draftKey={isEmpty ? null : draftKey}
      initial={initial}
      submitLabel={submitLabel}
      onSubmit={submit}
      onClose={onClose}
      notYet={notYet}
      {...(size && { size })}
    >
      {(form) => (
        <>
          {props.children?.(form, picker) ?? picker}
          {!online && inField && <p className="quiet">{ofOutbox.willKeep}</p>}
          <ChangedMeanwhile hazard={hazard} />
        </>
      )}
    </FormDialog>
  )
}
