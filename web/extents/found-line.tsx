import { extentWords } from '../text/extent-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { type DrawnExtent, extentLine, partSize } from './drawn-extent.ts'

interface Props {
  readonly value: DrawnExtent | null
  readonly busy: boolean
  readonly fault: string | null
}

/** What was measured, and whose it is where it is more than one's; or what is wrong, or still to be done. */
export const FoundLine = ({ value, busy, fault }: Props) => {
  const text = useWords(extentWords)
  const language = useLanguage()
  const parts = value?.parts ?? []
  const several = parts.length > 1 || parts.some(({ zoneId }) => zoneId === null)
  return (
    <div className="extent-found" role="status">
      {fault !== null ? (
        <p className="extent-fault">
          <Icon name="warning" sizePixels={18} /> {fault}
        </p>
      ) : busy ? (
        <p className="quiet">{text.measuring}</p>
      ) : value === null ? (
        <p className="quiet">{text.notYet}</p>
      ) : (
        <>
          <p>
            <strong className="figures">{extentLine(value, language)}</strong>
          </p>
          {several && (
            <ul className="extent-parts">
              {parts.map((part) => (
                <li key={part.zoneId} className="figures">
                  {text.part(part.zoneName ?? text.nobody, partSize(part), part.chief?.name ?? null)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}
