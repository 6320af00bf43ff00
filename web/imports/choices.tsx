import { Checkbox, NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { datums } from '../../server/domain/datum.ts'
import { type ImportLayer, importLayers } from '../../server/domain/import-kinds.ts'
import {
  badRowWays,
  type FieldRole,
  type ImportLook,
  levelsAs,
  type OpenChoices,
  placesAs,
} from '../../server/imports/wire.ts'
import { importDoubtWords } from '../text/import-doubt-words.ts'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'

/** Which fields a layer has a use for. */
const rolesOf: Readonly<Record<ImportLayer, readonly FieldRole[]>> = {
  areas: ['code', 'name', 'level', 'chief'],
  segments: ['route', 'name', 'from', 'to', 'code', 'level', 'chief'],
  roads: ['route', 'name'],
  places: ['code', 'name', 'kind', 'route', 'from'],
  divisions: ['code', 'name'],
}

interface Props {
  readonly look: ImportLook
  readonly onChange: (change: Partial<OpenChoices>) => void
}

/** How the file is to be read: everything guessed already, and everything changeable. */
export const Choices = ({ look, onChange }: Props) => {
  const text = useWords(importWords)
  const doubts = useWords(importDoubtWords)
  const { choices, fieldsThere, hasPositions } = look
  const { layer, datum } = choices
  const { labels } = text
  const osmPart = (part: string): string => (part in text.parts ? text.parts[asOsmPart(part)] : part)
  const guessed = text.guess(look.guess)
  const isRead = hasPositions && layer !== null
  const roles: readonly FieldRole[] = [
    ...(layer === null ? [] : rolesOf[layer]),
    ...(look.isTable ? (['longitude', 'latitude'] as const) : []),
  ]
  return (
    <section className="import-choices">
      {look.parts.length > 1 && (
        <Pick
          label={labels.part}
          value={choices.part ?? ''}
          options={look.parts.map((part) => [part, look.format.startsWith('osm') ? osmPart(part) : part])}
          // another sheet is as good as another file: what it becomes and its datum are told anew
          onPick={(part) => onChange({ part, layer: null, datum: null })}
        />
      )}
      <Pick
        label={labels.layer}
        value={layer}
        options={importLayers.map((one) => [one, text.layers[one]])}
        onPick={(one) => onChange({ layer: one })}
        how={layer && text.layerHow[layer]}
      />
      {isRead && (
        <Pick
          label={labels.datum}
          value={datum}
          options={datums.map((one) => [one, text.datums[one]])}
          onPick={(one) => onChange({ datum: one })}
          how={datum === null ? doubts.drawnMeanwhile(guessed) : guessed}
          warns={look.guess.sure === 'unsure' || look.guess.datum !== datum}
        />
      )}
      {isRead && (look.systems.length > 1 || look.saidSystem !== null || choices.system !== 'degrees') && (
        <Pick
          label={labels.system}
          value={choices.system}
          options={systemsOf(look).map((id) => [id, text.system(id, look.saidSystem)])}
          onPick={(system) => onChange({ system })}
          how={look.systemLies ? text.lies(look.saidSystem ?? '') : null}
          warns={look.systemLies}
        />
      )}
      {isRead && (look.swapSuggested || choices.swapAxes) && (
        <Tick label={labels.swapAxes} ticked={choices.swapAxes} onTick={(swapAxes) => onChange({ swapAxes })}>
          {look.swapSuggested ? text.swapSuggested : null}
        </Tick>
      )}
      {layer === 'places' && (
        <Pick
          label={labels.placesAs}
          value={choices.placesAs}
          options={placesAs.map((way) => [way, text.placesAs[way]])}
          onPick={(way) => onChange({ placesAs: way })}
        />
      )}
      {(layer === 'areas' || layer === 'segments') && (
        <Pick
          label={labels.levelAs}
          value={choices.levelAs}
          options={levelsAs.map((way) => [way, text.levelAs[way]])}
          onPick={(way) => onChange({ levelAs: way })}
        />
      )}
      {(layer === 'divisions' || layer === 'places') && (
        <Tick label={labels.atParent} ticked={choices.atParent} onTick={(atParent) => onChange({ atParent })} />
      )}
      {layer !== null && (
        <fieldset className="import-fields">
          <legend>{labels.fields}</legend>
          {roles.map((role) => (
            <Pick
              key={role}
              label={text.roles[role]}
              value={choices.fields[role] ?? ''}
              options={[
                ['', labels.none],
                ...fieldsThere.map(
                  ({ name, sample }) => [name, sample === '' ? name : text.sampled(name, sample)] as const,
                ),
              ]}
              onPick={(name) => onChange({ fields: { ...choices.fields, [role]: name === '' ? null : name } })}
            />
          ))}
        </fieldset>
      )}
      {look.counts.faulty > 0 && (
        <Pick
          label={labels.badRows}
          value={choices.badRows}
          options={badRowWays.map((way) => [way, text.badRows[way]])}
          onPick={(badRows) => onChange({ badRows })}
        />
      )}
    </section>
  )
}

const asOsmPart = (part: string): 'roads' | 'schools' | 'villages' =>
  part === 'schools' || part === 'villages' ? part : 'roads'

/** What was offered, and what is in force even where it is no longer offered. */
const systemsOf = ({ systems, choices, saidSystem }: ImportLook): string[] => [
  ...new Set([choices.system, ...systems.map(({ id }) => id), ...(saidSystem === null ? [] : ['file']), 'degrees']),
]

interface PickProps<Value extends string> {
  readonly label: string
  /** Null until somebody chooses. */
  readonly value: Value | null
  readonly options: readonly (readonly [value: Value, label: string])[]
  readonly onPick: (value: Value) => void
  readonly how?: string | null
  readonly warns?: boolean
}

const Pick = <Value extends string>(props: PickProps<Value>) => {
  const { label, value, options, onPick, how = null, warns = false } = props
  const { choose } = useWords(importDoubtWords)
  const data = options.map(([one, name]): { value: string; label: string } => ({ value: one, label: name }))
  return (
    <div className="import-choice">
      <NativeSelect
        label={label}
        value={value ?? ''}
        data={value === null ? [{ value: '', label: choose }, ...data] : data}
        onChange={(event) => {
          const picked = options.find(([one]) => one === event.currentTarget.value)
          if (picked) onPick(picked[0])
        }}
      />
      {how !== null && (
        <p className={warns ? 'import-how import-warns' : 'import-how'}>
          {warns && <Icon name="warning" sizePixels={16} />}
          <span>{how}</span>
        </p>
      )}
    </div>
  )
}

interface TickProps {
  readonly label: string
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
  readonly children?: ReactNode
}

const Tick = ({ label, ticked, onTick, children }: TickProps) => (
  <div className="import-choice">
    <Checkbox label={label} checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
    {children && <p className="import-how">{children}</p>}
  </div>
)
