import type { NoticeWhole } from '../../server/notices/answers.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { SignatureView } from './signature-pad.tsx'

/** Who signed when, and who has not (送达回证). */
export const Receipts = ({ notice }: { readonly notice: NoticeWhole }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  const outside = !notice.receipts.some(({ as }) => as === 'addressee')
  return (
    <>
      {outside && <p className="quiet">{text.outsideReceipt}</p>}
      <ul className="receipts">
        {notice.receipts.map(({ unit, as, signedAt, signer, strokes }) => (
          <li key={unit.id} data-signed={signedAt !== null}>
            <span className="receipt-mark">
              <Icon name={signedAt === null ? 'clock' : 'tick'} sizePixels={18} />
            </span>
            <span className="receipt-unit">
              <strong>{unit.name}</strong> <span className="quiet">{text.as[as]}</span>
            </span>
            {signedAt === null || signer === null ? (
              <span>{text.notSigned}</span>
            ) : (
              <span className="receipt-signed figures">
                {strokes && <SignatureView strokes={strokes} label={text.drawnBy(signer)} />}
                {text.signedBy(signer, time.shortInstant(signedAt))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
