import { Link } from 'wouter'
import { photoUrl } from '../api.ts'
import { NavigateMenu } from '../hazards/navigate-menu.tsx'
import { placeText } from '../hazards/place-text.ts'
import { UnsentNote } from '../outbox/unsent-note.tsx'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { FourOnes } from '../ui/four-ones.tsx'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import type { WaitingItem } from './due-groups.ts'
import type { useWaitingText } from './use-waiting-text.ts'
import { WaitingStep } from './waiting-step.tsx'

export interface WaitingProps {
  readonly item: WaitingItem
  readonly text: ReturnType<typeof useWaitingText>
  readonly onAccept: (item: WaitingItem) => Promise<void>
  readonly taking: string | null
}

/** On the phone: the photo first, then what to do; one button for it and one to drive there. */
export const WaitingCard = ({ item, text, onAccept, taking }: WaitingProps) => {
  const page = useWords(hazardWords)
  const names = useCodeNames()
  const { hazard, wants, dueOn } = item
  const place = placeText(hazard)
  const because = text.because(item)
  const away = text.away(item)
  return (
    <article className="waiting-card">
      <Link href={`/hazards/${hazard.id}`} className="waiting-card-link">
        {hazard.photoSha256 !== null && (
          <PhotoFrame src={photoUrl(hazard.photoSha256, 'small')} alt="" fit="cover" ratio={2} />
        )}
        <div className="waiting-card-words">
          <p className="waiting-wants">{text.wants(item)}</p>
          {because !== '' && <p className="waiting-because">{because}</p>}
          <h3>
            <SeverityMark kind={markOf(hazard)} sizePixels={22} />
            {names.hazard(hazard.code)}
          </h3>
          <p className="figures waiting-number">{hazard.registerNumber ?? page.shortCode(hazard.shortCode)}</p>
          <p className="waiting-place">
            <span>{place || page.noPlace}</span>
            {away !== '' && <strong className="figures">{away}</strong>}
          </p>
          {text.demand(item) !== '' && <p className="waiting-demand">{text.demand(item)}</p>}
          {dueOn !== null && (
            <p>
              <DueChip dueOn={dueOn} />
            </p>
          )}
        </div>
      </Link>
      {wants === null && <FourOnes stage={hazard.stage} />}
      <UnsentNote hazardId={hazard.id} />
      <div className="waiting-card-steps">
        <NavigateMenu hazard={hazard} name={place || hazard.shortCode} />
        <WaitingStep
          item={item}
          label={text.button(item)}
          onAccept={onAccept}
          taking={taking === item.taskId && taking !== null}
          prominent
        />
      </div>
    </article>
  )
}
