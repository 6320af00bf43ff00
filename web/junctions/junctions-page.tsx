import { Button } from '@mantine/core'
import { useState } from 'react'
import { junctionKeepers } from '../../server/domain/junction-doors.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { Page, Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { Coverage } from './coverage.tsx'
import { EnterDialog } from './enter-dialog.tsx'
import { FindDialog } from './find-dialog.tsx'
import { useJunctionFilter } from './junction-filter.ts'
import { JunctionList } from './junction-list.tsx'
import { Plans } from './plans.tsx'
import './junctions.css'

/** Which junctions the county has, which of them somebody has looked at, and which are to be looked at next. */
export default function JunctionsPage() {
  const text = useWords(junctionWords)
  const { role } = useMe().person
  const { filter, change, clear, months } = useJunctionFilter()
  const [dialog, setDialog] = useState<'find' | 'enter' | null>(null)
  const keeps = junctionKeepers.includes(role)
  return (
    <Page
      title={text.title}
      actions={
        keeps && (
          <>
            <Button onClick={() => setDialog('enter')} className="not-on-phone">
              {text.enter}
            </Button>
            <Button variant="filled" onClick={() => setDialog('find')}>
              {text.find}
            </Button>
          </>
        )
      }
    >
      <Coverage months={months} onMonths={(next) => change({ months: next })} />
      <Plans />
      <Section title={text.list}>
        <JunctionList filter={filter} months={months} onChange={change} onClear={clear} />
      </Section>
      {dialog === 'find' && <FindDialog onClose={() => setDialog(null)} />}
      {dialog === 'enter' && <EnterDialog onClose={() => setDialog(null)} />}
    </Page>
  )
}
