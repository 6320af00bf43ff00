import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { type Severity, severities } from '../../../db/vocabulary.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { useTime } from '../../text/use-time.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useCounty } from '../../ui/use-county.ts'
import { useDeadlinePreview } from './deadline-preview.ts'
import './severity-choice.css'

interface Props {
  readonly value: Severity | ''
  readonly sameDay: boolean
  readonly onChange: (choice: { severity: Severity; sameDay: boolean }) => void
}

/** How bad: three shapes, each with the deadline it brings. A person chooses; nothing is proposed. */
export const SeverityChoice = ({ value, sameDay, onChange }: Props) => {
  const text = useWords(stepWords)
  const trade = useWords(tradeWords)
  const time = useTime()
  const preview = useDeadlinePreview()
  const { settings } = useCounty()
  const name = useId()
  const daysText = (severity: Severity): string =>
    preview.countedIn === 'working'
      ? text.severityWorkingDays(preview.days[severity])
      : text.severityDays(preview.days[severity])
  const dueText = (severity: Severity): string => text.severityDue(time.day(preview.on(severity)))
  return (
    <fieldset className="severity-choice">
      <legend>{text.severityLabel}</legend>
      <div className="severity-choice-row">
        {severities.map((severity) => (
          <label key={severity} className="severity-card" data-chosen={value === severity}>
            <input
              type="radio"
              name={name}
              checked={value === severity}
              onChange={() => onChange({ severity, sameDay: severity === 'minor' && sameDay })}
            />
            <SeverityMark kind={severity} sizePixels={28} silent />
            <span className="severity-card-words">
              <strong>{trade.severities[severity]}</strong>
              <span className="figures">{daysText(severity)}</span>
              <span className="figures">{dueText(severity)}</span>
            </span>
          </label>
        ))}
      </div>
      {value === 'major' && <p>{text.majorInterim(settings.majorInterimHours)}</p>}
      {value === 'minor' && (
        <Checkbox
          label={text.sameDay}
          checked={sameDay}
          onChange={(event) => onChange({ severity: 'minor', sameDay: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  )
}
