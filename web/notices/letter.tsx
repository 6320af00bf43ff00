import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type NoticeText, tableOfNotices } from '../../server/domain/notice-kinds.ts'
import type { NoticeContent, NoticeHazard } from '../../server/notices/notice-content.ts'
import { photoUrl } from '../api.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { PhotoFrame } from '../ui/photo-frame.tsx'
import './letter.css'

interface Props {
  readonly content: NoticeContent
  /** Where each hazard of the list leads, in its order; null for one that the reader may not open. */
  readonly hrefs: readonly (string | null)[]
}

const withoutHeading: readonly NoticeText[] = ['body']

/** What a document says, laid out like the letter: read on the screen before anybody downloads it. */
export const Letter = ({ content, hrefs }: Props) => {
  const text = useWords(noticeWords)
  const before: NoticeText[] = ['originalNumber', 'level', 'namedPerson', 'daysOverdue', 'basis', 'body']
  const { texts } = tableOfNotices[content.kind]
  const opening = texts.filter((field) => before.includes(field))
  const closing = texts.filter((field) => !before.includes(field))
  return (
    <article className="letter" lang="zh-CN">
      <header>
        <p className="letter-from">{content.issuerUnit || content.countyName}</p>
        <h2>{content.title}</h2>
        <p className="letter-number">{content.documentNumber}</p>
      </header>
      <p className="letter-to">{content.addressee === '' ? '　　　　' : content.addressee}：</p>
      {opening.map((field) => (
        <Paragraphs key={field} label={text.texts[field]} field={field} words={content[field]} />
      ))}
      <ol className="letter-hazards" aria-label={text.hazardList}>
        {content.hazards.map((hazard, at) => (
          <HazardInLetter key={hazard.index} hazard={hazard} href={hrefs[at] ?? null} />
        ))}
      </ol>
      {closing.map((field) => (
        <Paragraphs key={field} label={text.texts[field]} field={field} words={content[field]} />
      ))}
      <Term label={content.kind === 'extension' ? text.newDue : text.cureBy} words={content.cureDueText} />
      <Term label={text.replyDue} words={content.replyDueText} />
      <Term label={text.attachments} words={content.attachments} />
      <footer>
        <p>{content.issuerUnit}</p>
        <p>{content.issuedOnText}</p>
      </footer>
      <dl className="letter-foot">
        {content.copies.length > 0 && (
          <div>
            <dt>{text.copiesTo}</dt>
            <dd>{content.copies.join('、')}</dd>
          </div>
        )}
        <div>
          <dt>{text.contact}</dt>
          <dd className="figures">
            {content.issuerPerson} {content.issuerPhone}
          </dd>
        </div>
      </dl>
    </article>
  )
}

const lines = (words: string): ReactNode[] =>
  words.split('\n').map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text have nothing else to be known by
    <p key={at}>{line}</p>
  ))

const Paragraphs = ({
  label,
  field,
  words,
}: {
  readonly label: string
  readonly field: NoticeText
  readonly words: string
}) => {
  if (words === '') return null
  return (
    <section className="letter-part">
      {!withoutHeading.includes(field) && <h3>{label}</h3>}
      {lines(words)}
    </section>
  )
}

const Term = ({ label, words }: { readonly label: string; readonly words: string }) =>
  words === '' ? null : (
    <p className="letter-term">
      <strong>{label}</strong>
      <span>{words}</span>
    </p>
  )

const HazardInLetter = ({ hazard, href }: { readonly hazard: NoticeHazard; readonly href: string | null }) => {
  const text = useWords(noticeWords)
  const place = [hazard.township, hazard.village, hazard.route, hazard.stake, hazard.spot].filter(Boolean).join(' ')
  const facts = [
    { label: text.place, value: place },
    { label: text.measures, value: hazard.measures },
    { label: text.unit, value: hazard.unit },
    { label: text.due, value: hazard.dueText },
    { label: text.result, value: hazard.result },
  ].filter(({ value }) => value !== '')
  const photos = [
    ...hazard.photos.map((photo) => ({ ...photo, side: text.before })),
    ...hazard.afterPhotos.map((photo) => ({ ...photo, side: text.after })),
  ]
  return (
    <li>
      <h3>
        <span className="figures">{hazard.index}. </span>
        {href === null ? (
          <span className="figures">{hazard.registerNumber}</span>
        ) : (
          <Link href={href} aria-label={text.openHazard(hazard.registerNumber)} className="figures">
            {hazard.registerNumber}
          </Link>
        )}{' '}
        {hazard.codeName}
        {hazard.severity !== '' && `（${hazard.severity}）`}
      </h3>
      <p>{hazard.description}</p>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {photos.length > 0 && (
        <ul className="letter-photos">
          {photos.map((photo, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one photo may stand on both sides
            <li key={`${photo.sha256}-${at}`}>
              <PhotoFrame
                src={photoUrl(photo.sha256, 'small')}
                alt={`${photo.side} ${hazard.registerNumber}`}
                fit="cover"
                caption={photo.caption}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
