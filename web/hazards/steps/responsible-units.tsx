import { Button } from '@mantine/core'
import type { ProposedOwners } from '../../../server/county/wire.ts'
import { useWords } from '../../text/language.ts'
import { responsibilityWords } from '../../text/responsibility-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import type { Form } from '../../ui/dialogs.tsx'
import { Icon } from '../../ui/icons.tsx'
import { UnitChoice } from './unit-choice.tsx'
import './responsible-units.css'

/** Null follows the matrix, empty is nobody, anything else was chosen by hand. */
export interface ResponsibleDraft {
  readonly localUnitId: string | null
  readonly sectorUnitId: string | null
  readonly cureUnitId: string | null
}

export const asProposed: ResponsibleDraft = { localUnitId: null, sectorUnitId: null, cureUnitId: null }

/** What is sent: nothing where the matrix is followed, which the server then asks itself. */
export const responsibleOnWire = (draft: ResponsibleDraft): Partial<ResponsibleDraft> =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([field, value]) => (value === null ? [] : [[field, value === '' ? null : value]])),
  )

interface Props {
  readonly draft: ResponsibleDraft
  readonly onChange: (change: Partial<ResponsibleDraft>) => void
  readonly proposed: ProposedOwners | undefined
  readonly faultOf: Form<{ localUnitId: unknown; sectorUnitId: unknown; cureUnitId: unknown }>['faultOf']
}

/** The three responsibilities, filled in by the matrix, with the line that speaks and the road chief to be told. */
export const ResponsibleUnits = ({ draft, onChange, proposed, faultOf }: Props) => {
  const text = useWords(responsibilityWords)
  const { chiefLevels } = useWords(tradeWords)
  const byMatrix = {
    localUnitId: proposed?.local?.id ?? '',
    sectorUnitId: proposed?.sector?.id ?? '',
    cureUnitId: proposed?.cure?.id ?? '',
  }
  const fields = ['localUnitId', 'sectorUnitId', 'cureUnitId'] as const
  const differs = fields.some((field) => draft[field] !== null && draft[field] !== byMatrix[field])
  return (
    <fieldset className="responsible-units">
      <legend>{text.title}</legend>
      <div className="responsible-units-row">
        {fields.map((field) => {
          const value = draft[field] ?? byMatrix[field]
          return (
            <UnitChoice
              key={field}
              label={text.fields[field]}
              value={value === '' ? null : value}
              onChange={(unitId) => onChange({ [field]: unitId ?? '' })}
              error={faultOf(field)}
              clearLabel={text.nobody(text.fields[field])}
            />
          )
        })}
      </div>
      {proposed && (
        <p className="quiet responsible-units-why">
          {proposed.lineNumber === null ? text.noLine : text.why(proposed.lineNumber, proposed.version)}
          {differs && (
            <>
              {text.changedByHand}
              <Button size="compact-sm" variant="subtle" onClick={() => onChange(asProposed)}>
                {text.backToMatrix}
              </Button>
            </>
          )}
        </p>
      )}
      {proposed?.chief && proposed.chiefLevel !== null && (
        <p className="responsible-units-chief">
          {chiefLevels[proposed.chiefLevel]} <strong>{proposed.chief.name}</strong>{' '}
          <span className="quiet">{proposed.chief.zoneName}</span>
          {proposed.chief.phone !== null && (
            <a className="figures" href={`tel:${proposed.chief.phone.replaceAll(' ', '')}`}>
              <Icon name="phone" sizePixels={18} />
              {proposed.chief.phone}
            </a>
          )}
        </p>
      )}
    </fieldset>
  )
}
