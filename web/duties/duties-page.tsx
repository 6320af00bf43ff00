import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { roles as allRoles, type Role } from '../../db/vocabulary.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { entriesFor } from '../frame/entries.ts'
import { mineKey } from '../mine/mine-key.ts'
import { dutiesWords } from '../text/duties-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { OtherSteps, StepList } from './step-list.tsx'
import { stepsOfRole, waitingByStep } from './steps-of-role.ts'
import { WorkflowDrawing } from './workflow-drawing.tsx'
import './duties.css'

const isRole = (value: string | null): value is Role => allRoles.some((role) => role === value)

/** What a role is there for, each step it may take with its time, what waits now, and the whole way as a drawing. */
export default function DutiesPage() {
  const text = useWords(dutiesWords)
  const { roles } = useWords(tradeWords)
  const { person, county } = useMe()
  const time = useTime()
  const phone = usePhone()
  const [role, setRole] = useState(person.role)
  const isMine = role === person.role
  const hasList = isMine && entriesFor(role).includes('mine')
  const mine = useAsked(mineKey, () => told(api.mine.$get()), { enabled: hasList })
  const waiting = hasList && mine.data ? waitingByStep(mine.data.items) : null
  const more = (mine.data?.more ?? 0) > 0
  const { own, standIn, others } = stepsOfRole(role)
  const { purpose, sees, also } = text.roles[role]
  const list = { role, waiting, more }
  return (
    <Page title={text.title} actions={!phone && <Button onClick={() => window.print()}>{text.print}</Button>}>
      <div className="duties">
        <p className="duties-print-head">
          <strong>
            {county.name} · {text.title} · {roles[role]}
          </strong>{' '}
          {time.day(time.today)}
        </p>
        <Select
          className="duties-role not-in-print"
          label={text.roleLabel}
          data={allRoles.map((value) => ({
            value,
            label: value === person.role ? `${roles[value]}${text.mine}` : roles[value],
          }))}
          value={role}
          allowDeselect={false}
          onChange={(value) => isRole(value) && setRole(value)}
        />
        <div className="duties-what">
          <p className="duties-purpose">{purpose}</p>
          <p>
            <span className="quiet">{text.sees}</span> {sees}
          </p>
          <p>
            <span className="quiet">{text.also}</span> {also.join('；')}
          </p>
        </div>
        {mine.error && <ErrorLine problem={mine.error} />}
        <div className="duties-steps">
          <Section title={text.steps}>
            {own.length === 0 ? (
              <p>{text.noSteps}</p>
            ) : (
              <StepList label={text.steps} steps={own} whose="own" {...list} />
            )}
          </Section>
          {standIn.length > 0 && (
            <Section title={text.standIn}>
              <p className="quiet duties-why">{text.standInWhy}</p>
              <StepList label={text.standIn} steps={standIn} whose="stand-in" {...list} waiting={null} />
            </Section>
          )}
        </div>
        <Section title={text.picture}>
          <p className="quiet duties-why">{standIn.length > 0 ? text.pictureHowStandIn : text.pictureHow}</p>
          <div className="duties-on-screen">
            <WorkflowDrawing shape={phone ? 'narrow' : 'wide'} own={own} standIn={standIn} />
          </div>
          <div className="duties-on-paper" aria-hidden="true">
            <WorkflowDrawing shape="wide" own={own} standIn={standIn} />
          </div>
        </Section>
        {others.length > 0 && (
          <Section title={text.others}>
            <OtherSteps steps={others} />
          </Section>
        )}
      </div>
    </Page>
  )
}
