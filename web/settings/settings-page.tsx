import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { settingsWords } from '../text/settings-words.ts'
import { zoneWords } from '../text/zone-words.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { Icon } from '../ui/icons.tsx'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { DeadlinesPart } from './deadlines-part.tsx'
import { HolidaysPart } from './holidays-part.tsx'
import { ResponsibilityPart } from './responsibility-part.tsx'
import { SignsPart } from './signs-part.tsx'
import './settings.css'

const parts = ['deadlines', 'holidays', 'responsibility', 'signs'] as const
type Part = (typeof parts)[number]
const partOf = (asked: string | null): Part => parts.find((part) => part === asked) ?? 'deadlines'

/** The county's own rules: figures, holidays, and who answers for what. */
export default function SettingsPage() {
  const text = useWords(settingsWords)
  const imports = useWords(importWords)
  const zones = useWords(zoneWords)
  const { role } = useMe().person
  const [search, setSearch] = useSearchParams()
  const [part, setPart] = useState(() => partOf(search.get('part')))
  const open = (to: Part): void => {
    setPart(to)
    setSearch(to === 'deadlines' ? {} : { part: to }, { replace: true })
  }
  return (
    <Page
      title={text.title}
      actions={
        <>
          <Link href="/zones" className="settings-imports">
            <Icon name="map" />
            {zones.list}
          </Link>
          {role === 'administrator' && (
            <Link href="/imports" className="settings-imports">
              <Icon name="layers" />
              {imports.title}
            </Link>
          )}
        </>
      }
    >
      <div className="settings-parts">
        <EitherOr
          label={text.title}
          choices={parts.map((value) => ({ value, label: text.parts[value] }))}
          value={part}
          onChange={open}
        />
      </div>
      {part === 'deadlines' && <DeadlinesPart />}
      {part === 'holidays' && <HolidaysPart />}
      {part === 'responsibility' && <ResponsibilityPart />}
      {part === 'signs' && <SignsPart />}
    </Page>
  )
}
