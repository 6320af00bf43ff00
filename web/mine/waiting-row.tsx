import { Link } from 'wouter'
import { photoUrl } from '../api.ts'
import { NavigateMenu } from '../hazards/navigate-menu.tsx'
import { placeText } from '../hazards/place-text.ts'
import { UnsentNote } from '../outbox/unsent-note.tsx'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { DueChip } from '../ui/due-chip.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import type { WaitingProps } from './waiting-card.tsx'
import { WaitingStep } from './waiting-step.tsx'

/** On the desk: one line, with the photo small; the first of the page has the filled button. */
export const WaitingRow = ({ item, text, onAccept, taking }: WaitingProps) => {
  const page = useWords(hazardWords)
  const names = useCodeNames()
  const { hazard, dueOn } = item
  const place = placeText(hazard)
  const because = text.because(item)
  const away = text.away(item)
  return (
    <tr>
      <td className="waiting-row-photo">
        {hazard.photoSha256 !== null && <img src={photoUrl(hazard.photoSha256, 'small')} alt="" loading="lazy" />}
      </td>
      <td>
        <Link href={`/hazards/${hazard.id}`} className="waiting-row-name">
          <SeverityMark kind={markOf(hazard)} sizePixels={18} />
          <span>
            <strong>{names.hazard(hazard.code)}</strong>
            <span className="quiet figures">{hazard.registerNumber ?? page.shortCode(hazard.shortCode)}</span>
          </span>
        </Link>
      </td>
      <td>
        {place || page.noPlace}
        {away !== '' && <span className="quiet figures"> {away}</span>}
      </td>
      <td>
        <p>{text.wants(item)}</p>
        {because !== '' && <p className="waiting-because">{because}</p>}
        {text.demand(item) !== '' && <p className="quiet waiting-demand">{text.demand(item)}</p>}
        <UnsentNote hazardId={hazard.id} />
      </td>
      <td>{dueOn !== null && <DueChip dueOn={dueOn} />}</td>
      <td className="waiting-row-steps">
        <NavigateMenu hazard={hazard} name={place || hazard.shortCode} />
        <WaitingStep
          item={item}
          label={text.button(item)}
          onAccept={onAccept}
          taking={taking === item.taskId && taking !== null}
          prominent={false}
        />
      </td>
    </tr>
  )
}
