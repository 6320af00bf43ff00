import { Checkbox, NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { datums } from '../../server/domain/datum.ts'
import { type ImportLayer, importLayers } from '../../server/domain/import-kinds.ts'
import {
  badRowWays,
  type FieldRole,
  type ImportChoices,
  type ImportLook,
  levelsAs,
  placesAs,
} from '../../server/imports/wire.ts'
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
  readonly onChange: (change: Partial<ImportChoices>) => void
}

/** How the file is to be read: everything guessed already, and everything changeable. */
export const Choices = ({ look, onChange }: Props) => {
  const text = useWords(importWords)
  const { choices, fieldsThere } = look
  const { labels } = text
  const osmPart = (part: string): string => (part in text.parts ? text.parts[asOsmPart(part)] : part)
  const drawn = choices.layer !== 'divisions'
  const roles: readonly FieldRole[] =
    look.isTable && drawn ? [...rolesOf[choices.layer], 'longitude', 'latitude'] : rolesOf[choices.layer]
  return (
    <section className="import-choices">
      {look.parts.length > 1 && (
        <Pick
          label={labels.part}
          value={choices.part ?? ''}
          options={look.parts.map((part) => [part, look.format.startsWith('osm') ? osmPart(part) : part])}
          onPick={(part) => onChange({ part })}
        />
      )}
      <Pick
        label={labels.layer}
        value={choices.layer}
        options={importLayers.map((layer) => [layer, text.layers[layer]])}
        onPick={(layer) => onChange({ layer })}
        how={text.layerHow[choices.layer]}
      />
      {drawn && (
        <Pick
          label={labels.datum}
          value={choices.datum}
          options={datums.map((datum) => [datum, text.datums[datum]])}
          onPick={(datum) => onChange({ datum })}
          how={text.guess(look.guess)}
          warns={look.guess.sure === 'unsure' || look.guess.datum !== choices.datum}
        />
      )}
      {drawn && (look.systems.length > 1 || look.saidSystem !== null || choices.system !== 'degrees') && (
        <Pick
          label={labels.system}
          value={choices.system}
          options={systemsOf(look).map((id) => [id, text.system(id, look.saidSystem)])}
          onPick={(system) => onChange({ system })}
          how={look.systemLies ? text.lies(look.saidSystem ?? '') : null}
          warns={look.systemLies}
        />
      )}
      {drawn && (look.swapSuggested || choices.swapAxes) && (
        <Tick label={labels.swapAxes} ticked={choices.swapAxes} onTick={(swapAxes) => onChange({ swapAxes })}>
          {look.swapSuggested ? text.swapSuggested : null}
        </Tick>
      )}
      {choices.layer === 'places' && (
        <Pick
          label={labels.placesAs}
          value={choices.placesAs}
          options={placesAs.map((way) => [way, text.placesAs[way]])}
          onPick={(way) => onChange({ placesAs: way })}
        />
      )}
      {(choices.layer === 'areas' || choices.layer === 'segments') && (
        <Pick
          label={labels.levelAs}
          value={choices.levelAs}
          options={levelsAs.map((way) => [way, text.levelAs[way]])}
          onPick={(way) => onChange({ levelAs: way })}
        />
      )}
      {(choices.layer === 'divisions' || choices.layer === 'places') && (
        <Tick label={labels.atParent} ticked={choices.atParent} onTick={(atParent) => onChange({ atParent })} />
      )}
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
  readonly value: Value
  readonly options: readonly (readonly [value: Value, label: string])[]
  readonly onPick: (value: Value) => void
  readonly how?: string | null
  readonly warns?: boolean
}

const Pick = <Value extends string>({ label, value, options, onPick, how = null, warns = false }: PickProps<Value>) => (
  <div className="import-choice">
    <NativeSelect
      label={label}
      value={value}
      data={options.map(([one, name]) => ({ value: one, label: name }))}
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
