import { ActionIcon } from '@mantine/core'
import { type Reason, reasonWords } from '../../server/domain/reasons.ts'
import type { NoticeDraft } from '../../server/notices/answers.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { Icon } from '../ui/icons.tsx'

interface Props {
  readonly ids: readonly string[]
  readonly lines: NoticeDraft['hazards']
  readonly unfit: ReadonlyMap<string, Reason>
  /** The unit that is to cure them by this document; null where it asks nobody to. */
  readonly curedBy: string | null
  readonly onChange: (ids: readonly string[]) => void
  readonly error: string | null
}

/** The hazards in the order in which the document lists them; one that cannot stand in it says why. */
export const HazardOrder = ({ ids, lines, unfit, curedBy, onChange, error }: Props) => {
  const text = useWords(noticeWords)
  const language = useLanguage()
  const moved = (at: number, by: number): string[] => {
    const next = [...ids]
    const [one] = next.splice(at, 1)
    if (one !== undefined) next.splice(at + by, 0, one)
    return next
  }
  return (
    <fieldset className="hazard-order">
      <legend>{text.hazards}</legend>
      <ol>
        {ids.map((id, at) => {
          const line = lines.find((one) => one.id === id)?.line
          const because = unfit.get(id)
          const name = line?.registerNumber ?? ''
          return (
            <li key={id} data-unfit={because !== undefined}>
              <span className="hazard-order-what">
                <span>
                  <strong className="figures">{name}</strong> {line?.codeName}
                </span>
                <span className="quiet">
                  {line && [line.township, line.village, line.spot].filter(Boolean).join(' ')}
                </span>
                {line && because === undefined && curedBy !== null && !line.unit.split('、').includes(curedBy) && (
                  <span className="hazard-order-why">{text.notTheirs(curedBy, line.unit)}</span>
                )}
                {because !== undefined && (
                  <span className="hazard-order-why">{text.notInThis(reasonWords[because][language])}</span>
                )}
              </span>
              {ids.length > 1 && (
                <span className="hazard-order-acts">
                  <ActionIcon aria-label={text.up(name)} disabled={at === 0} onClick={() => onChange(moved(at, -1))}>
                    <span className="hazard-order-up">
                      <Icon name="down" sizePixels={18} />
                    </span>
                  </ActionIcon>
                  <ActionIcon
                    aria-label={text.down(name)}
                    disabled={at === ids.length - 1}
                    onClick={() => onChange(moved(at, 1))}
                  >
                    <Icon name="down" sizePixels={18} />
                  </ActionIcon>
                  <ActionIcon aria-label={text.drop(name)} onClick={() => onChange(ids.filter((one) => one !== id))}>
                    <Icon name="close" sizePixels={18} />
                  </ActionIcon>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {error !== null && <p className="hazard-order-why">{error}</p>}
    </fieldset>
  )
}
