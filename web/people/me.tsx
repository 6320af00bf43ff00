import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, told } from '../api.ts'
import { useAct, useAsked } from '../asking.ts'
import { mayOpen } from '../frame/entries.ts'
import { ThisDevice } from '../shell/this-device.tsx'
import { deviceWords } from '../text/device-words.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { Icon } from '../ui/icons.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Facts, Page, Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { AppearanceSwitch } from './appearance.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { NewPasswordForm } from './new-password.tsx'
import './me.css'

const devicesKey = ['sessions'] as const

/** One's own account: who one is here, where one is signed in, and the password. */
export default function MePage() {
  const text = useWords(peopleWords)
  const offline = useWords(deviceWords)
  const { roles } = useWords(tradeWords)
  const { person, unit } = useMe()
  return (
    <Page title={text.me} width="reading">
      <Facts
        facts={[
          { label: text.name, value: person.name },
          { label: text.account, value: <span className="code">{person.account}</span> },
          { label: text.role, value: roles[person.role] },
          { label: text.unit, value: unit?.name ?? text.noUnit },
          { label: text.phone, value: person.phone ?? '—' },
        ]}
      />
      <Section title={text.duties}>
        <p className="section-why">
          <Link href="/duties">{text.dutiesWhy}</Link>
        </p>
        {mayOpen(person.role, '/settings') && (
          <p className="section-why">
            <Link href="/settings">{text.settingsWhy}</Link>
          </p>
        )}
      </Section>
      <Section title={`${text.language} · ${text.appearance}`}>
        <div className="switches">
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
      </Section>
      <Section title={offline.thisDevice}>
        <p className="section-why">{offline.thisDeviceWhy}</p>
        <ThisDevice />
      </Section>
      <Section title={text.devices}>
        <p className="section-why">{text.devicesWhy}</p>
        <Devices />
      </Section>
      <Section title={text.changePassword}>
        <NewPasswordForm
          account={person.account}
          oldLabel={text.oldPassword}
          submitLabel={text.changePassword}
          onChanged={() => say.done(text.passwordChanged)}
        />
      </Section>
    </Page>
  )
}

const Devices = () => {
  const text = useWords(peopleWords)
  const time = useTime()
  const [asked, setAsked] = useState<{ id: string; device: string } | null>(null)
  const list = useAsked(devicesKey, () => told(api.sessions.$get()))
  const revoke = useAct((id: string) => api.sessions[':id'].$delete({ param: { id } }), { refreshes: [devicesKey] })
  if (list.isPending) return <LoadingRows rows={2} heightPixels={60} />
  if (list.error) return <ErrorState problem={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <ul className="devices">
        {list.data.sessions.map(({ id, device, current, startedAt, lastUsedAt, endsAt }) => (
          <li key={id} className="device">
            <Icon name="devices" sizePixels={24} />
            <div>
              <strong>{device}</strong>
              {current && <span className="device-this">{text.thisDevice}</span>}
              <p className="device-times">
                {!current && <span>{text.lastUsed(time.ago(lastUsedAt))}</span>}
                <span>{text.signedInAt(time.instant(startedAt))}</span>
                <span>{text.endsAt(time.dayOfInstant(endsAt))}</span>
              </p>
            </div>
            {!current && <Button onClick={() => setAsked({ id, device })}>{text.revoke}</Button>}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== null}
        title={text.revokeAsk(asked?.device ?? '')}
        confirmLabel={text.revoke}
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          if (asked === null) return
          await revoke.mutateAsync(asked.id)
          say.done(text.revoked)
        }}
      >
        {text.revokeWhat}
      </ConfirmDialog>
    </>
  )
}
