import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api, onVersion, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { settingsWords } from '../text/settings-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { type KeptForm, useKeptForm } from './kept-form.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { Differences, SaveBar } from './save-bar.tsx'
import {
  exampleDays,
  isList,
  type SettingGroup,
  type SettingKey,
  type SettingsDraft,
  settingGroups,
  settingsDraft,
  settingsOf,
} from './settings-fields.ts'

const groups: readonly SettingGroup[] = ['deadlines', 'reminders', 'after', 'distances', 'photos']

/** Every figure of the county, with what it does and what it means for something that begins today. */
export const DeadlinesPart = () => {
  const text = useWords(settingsWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const county = useCounty()
  const me = useMe()
  const present = settingsDraft(county.settings)
  const form = useKeptForm<SettingsDraft>({
    draftKey: `settings.${me.person.id}`,
    present,
    version: county.version,
    save: async (values, act, version) => {
      const read = settingsOf(values)
      if ('unreadable' in read) throw new Error('unreadable settings')
      await told(api.county.settings.$put({ json: { ...act, ...read.settings } }, onVersion(version)))
      await client.invalidateQueries({ queryKey: ['county'] })
      say.done(ui.saved)
    },
    readAnew: () => client.refetchQueries({ queryKey: ['county'] }),
  })
  const read = settingsOf(form.values)
  const unreadable = 'unreadable' in read ? read.unreadable : []
  const keys = groups.flatMap((group): readonly SettingKey[] => settingGroups[group])
  const said = (key: SettingKey, draft: SettingsDraft): string =>
    key === 'countedIn'
      ? text.countedIn[draft.countedIn === 'working' ? 'working' : 'calendar']
      : key === 'watermark'
        ? text.watermark[draft.watermark === 'on' ? 'on' : 'off']
        : draft[key]
  return (
    <div className="settings">
      <p className="section-why">{text.fromNowOn}</p>
      {groups.map((group) => (
        <Section key={group} title={text.groups[group]}>
          <div className="settings-fields">
            {settingGroups[group].map((key) => (
              <Setting key={key} field={key} form={form} unreadable={unreadable.includes(key)} />
            ))}
          </div>
        </Section>
      ))}
      <SaveBar
        form={form}
        notYet={unreadable.length > 0 ? text.notReadableYet : null}
        onSave={() => void form.submit()}
        differences={
          <Differences
            rows={keys
              .filter((key) => form.values[key] !== present[key])
              .map((key) => ({
                label: text.fields[key].label,
                theirs: said(key, present),
                mine: said(key, form.values),
              }))}
          />
        }
      />
      <LeaveGuard unsaved={form.unsaved} />
    </div>
  )
}

interface Props {
  readonly field: SettingKey
  readonly form: KeptForm<SettingsDraft>
  readonly unreadable: boolean
}

const Setting = ({ field, form, unreadable }: Props) => {
  const text = useWords(settingsWords)
  const ui = useWords(uiWords)
  const time = useTime()
  const { holidays, timeZone: zone } = useCounty()
  const { label, unit, how, example } = text.fields[field]
  const table = new Map(holidays.map(({ on, kind }) => [on, kind]))
  const days = exampleDays(field, form.values, { now: time.now, today: time.today, zone, holidays: table })
  const shown = example && days.length > 0 ? example(ui.listOf(days.map(time.day))) : null
  if (field === 'countedIn')
    return (
      <div className="setting">
        <div>
          <p className="setting-label">{label}</p>
          <EitherOr
            label={label}
            choices={(['calendar', 'working'] as const).map((value) => ({ value, label: text.countedIn[value] }))}
            value={form.values.countedIn === 'working' ? 'working' : 'calendar'}
            onChange={(countedIn) => form.set({ countedIn })}
          />
        </div>
        <p className="setting-how">{how}</p>
      </div>
    )
  if (field === 'watermark')
    return (
      <div className="setting">
        <div>
          <p className="setting-label">{label}</p>
          <EitherOr
            label={label}
            choices={(['off', 'on'] as const).map((value) => ({ value, label: text.watermark[value] }))}
            value={form.values.watermark === 'on' ? 'on' : 'off'}
            onChange={(watermark) => form.set({ watermark })}
          />
        </div>
        <p className="setting-how">{how}</p>
      </div>
    )
  return (
    <div className="setting">
      <TextInput
        label={label}
        inputMode={isList(field) ? 'text' : 'numeric'}
        value={form.values[field]}
        onChange={(event) => form.set({ [field]: event.currentTarget.value })}
        error={unreadable ? text.notReadable : form.faultAt(`/${field}`)}
        rightSection={<span className="setting-unit">{unit}</span>}
        rightSectionWidth={52}
        aria-describedby={`how-${field}`}
      />
      <p className="setting-how" id={`how-${field}`}>
        {how}
        {isList(field) && `（${text.listHow}）`}
        {shown !== null && <span className="setting-example figures">{shown}</span>}
      </p>
    </div>
  )
}
