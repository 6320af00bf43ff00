import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { unitKinds as allKinds, type UnitKind } from '../../db/vocabulary.ts'
import { api, told } from '../api.ts'
import { newId } from '../new-id.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { FormDialog } from '../ui/dialogs.tsx'
import { Icon } from '../ui/icons.tsx'
import { EmptyState } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { useCounty } from '../ui/use-county.ts'
import type { Unit } from './wire-types.ts'

/** An area may also be the whole county, or single villages, whose names this page has not read. */
const usePlaceName = (): ((code: string) => string) => {
  const county = useCounty()
  return (code) => {
    if (code === county.code) return county.name
    return county.townships.find((township) => township.code === code)?.name ?? code
  }
}

const isKind = (value: string | null): value is UnitKind => allKinds.some((kind) => kind === value)

export const UnitList = ({ units }: { readonly units: readonly Unit[] }) => {
  const text = useWords(peopleWords)
  const { unitKinds } = useWords(tradeWords)
  const placeName = usePlaceName()
  const [edited, setEdited] = useState<{ id: string; unit: Unit | null } | null>(null)
  const areaOf = ({ areaCodes }: Unit): string =>
    areaCodes.length > 0 && areaCodes.length <= 4
      ? areaCodes.map(placeName).join(' ')
      : text.areaCount(areaCodes.length)
  const change = (unit: Unit) => (
    <button
      type="button"
      className="plain-link"
      aria-label={`${text.changeUnit} ${unit.name}`}
      onClick={() => setEdited({ id: unit.id, unit })}
    >
      {text.change}
    </button>
  )
  const columns: readonly Column<Unit>[] = [
    { key: 'name', header: text.unitName, cell: ({ name }) => <strong>{name}</strong> },
    { key: 'kind', header: text.unitKind, cell: ({ kind }) => unitKinds[kind] },
    { key: 'area', header: text.area, cell: areaOf },
    { key: 'phone', header: text.phone, cell: ({ phone }) => <span className="figures">{phone ?? '—'}</span> },
    { key: 'acts', header: <span className="for-ears">{text.changeUnit}</span>, align: 'end', cell: change },
  ]
  return (
    <>
      <div className="list-head">
        <Button
          variant="filled"
          leftSection={<Icon name="plus" sizePixels={16} />}
          onClick={() => setEdited({ id: newId(), unit: null })}
        >
          {text.addUnit}
        </Button>
      </div>
      {units.length === 0 ? (
        <EmptyState title={text.peopleNone}>{text.peopleNoneHow}</EmptyState>
      ) : (
        <DataTable
          label={text.unitList}
          columns={columns}
          rows={units}
          keyOf={({ id }) => id}
          card={(unit) => (
            <div className="person-card">
              <strong>{unit.name}</strong>
              <div className="quiet">
                {unitKinds[unit.kind]} · {text.area} {areaOf(unit)}
              </div>
              {change(unit)}
            </div>
          )}
        />
      )}
      {edited && <UnitDialog key={edited.id} id={edited.id} unit={edited.unit} onClose={() => setEdited(null)} />}
    </>
  )
}

interface DialogProps {
  readonly id: string
  readonly unit: Unit | null
  readonly onClose: () => void
}

const UnitDialog = ({ id, unit, onClose }: DialogProps) => {
  const text = useWords(peopleWords)
  const { unitKinds } = useWords(tradeWords)
  const { townships } = useCounty()
  const placeName = usePlaceName()
  const client = useQueryClient()
  const initial: { name: string; kind: UnitKind; phone: string; areaCodes: readonly string[] } = {
    name: unit?.name ?? '',
    kind: unit?.kind ?? 'squad',
    phone: unit?.phone ?? '',
    areaCodes: unit?.areaCodes ?? [],
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={unit === null ? text.addUnit : text.changeUnit}
      draftKey={null}
      initial={initial}
      submitLabel={text.savePerson}
      notYet={({ name }) => (name.trim() === '' ? text.unitNeeds : null)}
      onSubmit={async (values) => {
        const json = { ...values, phone: values.phone.trim() || null, areaCodes: [...values.areaCodes] }
        const saved = await told(api.units[':id'].$put({ param: { id }, json }))
        await Promise.all([['people'], ['county']].map((queryKey) => client.invalidateQueries({ queryKey })))
        say.done(text.unitAdded(saved.name))
      }}
    >
      {({ values, set, faultOf }) => (
        <>
          <TextInput
            label={text.unitName}
            value={values.name}
            maxLength={60}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultOf('name')}
            data-autofocus
          />
          <Select
            label={text.unitKind}
            data={allKinds.map((kind) => ({ value: kind, label: unitKinds[kind] }))}
            value={values.kind}
            allowDeselect={false}
            onChange={(value) => isKind(value) && set({ kind: value })}
            error={faultOf('kind')}
          />
          <MultiSelect
            label={text.area}
            description={text.areaHow}
            data={[
              ...initial.areaCodes.filter((code) => !townships.some((township) => township.code === code)),
              ...townships.map(({ code }) => code),
            ].map((code) => ({ value: code, label: placeName(code) }))}
            value={[...values.areaCodes]}
            searchable
            onChange={(areaCodes) => set({ areaCodes })}
            error={faultOf('areaCodes')}
          />
          <TextInput
            label={text.phone}
            type="tel"
            value={values.phone}
            maxLength={20}
            onChange={(event) => set({ phone: event.currentTarget.value })}
            error={faultOf('phone')}
          />
        </>
      )}
    </FormDialog>
  )
}
