import { addDays, type Day, type Holidays } from '../../server/domain/county-calendar.ts'
import { deadlineOn } from '../../server/domain/deadline.ts'
import type { County } from '../ui/use-county.ts'

export type Settings = County['settings']
export type SettingKey = keyof Settings
/** The settings as they are typed: figures and lists of figures as text. */
export type SettingsDraft = Readonly<Record<SettingKey, string>>

/** Fields in the order of the page. */
export const settingGroups = {
  deadlines: ['minorDays', 'seriousDays', 'majorDays', 'countedIn', 'majorInterimHours', 'acceptWithinDays'],
  reminders: ['remindBeforeDays', 'remindAfterDays', 'escalateAfterDays', 'progressEveryDays'],
  after: ['watchDays', 'revisitAfterDays', 'relapseDays', 'relapseMetres', 'spotSharePercent'],
  distances: ['nearbyMetres', 'segmentMetres', 'checkRadiusMetres'],
  photos: ['watermark'],
} as const satisfies Record<string, readonly SettingKey[]>
export type SettingGroup = keyof typeof settingGroups

export type ListKey = 'remindBeforeDays' | 'remindAfterDays' | 'revisitAfterDays'
export const isList = (key: SettingKey): key is ListKey =>
  key === 'remindBeforeDays' || key === 'remindAfterDays' || key === 'revisitAfterDays'

export const settingsDraft = (settings: Settings): SettingsDraft => ({
  minorDays: String(settings.minorDays),
  seriousDays: String(settings.seriousDays),
  majorDays: String(settings.majorDays),
  majorInterimHours: String(settings.majorInterimHours),
  countedIn: settings.countedIn,
  acceptWithinDays: String(settings.acceptWithinDays),
  watchDays: String(settings.watchDays),
  revisitAfterDays: settings.revisitAfterDays.join('、'),
  nearbyMetres: String(settings.nearbyMetres),
  segmentMetres: String(settings.segmentMetres),
  remindBeforeDays: settings.remindBeforeDays.join('、'),
  remindAfterDays: settings.remindAfterDays.join('、'),
  escalateAfterDays: String(settings.escalateAfterDays),
  progressEveryDays: String(settings.progressEveryDays),
  relapseDays: String(settings.relapseDays),
  relapseMetres: String(settings.relapseMetres),
  spotSharePercent: String(settings.spotSharePercent),
  checkRadiusMetres: String(settings.checkRadiusMetres),
  watermark: settings.watermark ? 'on' : 'off',
})

/** Digits as any keyboard writes them; null where it is no whole number. */
const wholeOf = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null
}

const listOf = (text: string): number[] | null => {
  const numbers = text
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '')
    .map(wholeOf)
  const known = numbers.filter((number) => number !== null)
  return known.length === numbers.length ? known : null
}

/** What is typed as settings, or the fields that cannot be read. Whether a figure is sensible is the server's to say. */
export const settingsOf = (draft: SettingsDraft): { settings: Settings } | { unreadable: readonly SettingKey[] } => {
  const unreadable: SettingKey[] = []
  const whole = (key: SettingKey): number => {
    const number = wholeOf(draft[key])
    if (number === null) unreadable.push(key)
    return number ?? 0
  }
  const list = (key: ListKey): number[] => {
    const numbers = listOf(draft[key])
    if (numbers === null) unreadable.push(key)
    return numbers ?? []
  }
  const settings: Settings = {
    ...{ minorDays: whole('minorDays'), seriousDays: whole('seriousDays'), majorDays: whole('majorDays') },
    ...{
      majorInterimHours: whole('majorInterimHours'),
      countedIn: draft.countedIn === 'working' ? 'working' : 'calendar',
    },
    ...{ acceptWithinDays: whole('acceptWithinDays'), watchDays: whole('watchDays') },
    ...{ revisitAfterDays: list('revisitAfterDays'), nearbyMetres: whole('nearbyMetres') },
    ...{ segmentMetres: whole('segmentMetres'), remindBeforeDays: list('remindBeforeDays') },
    ...{ remindAfterDays: list('remindAfterDays'), escalateAfterDays: whole('escalateAfterDays') },
    ...{ progressEveryDays: whole('progressEveryDays'), relapseDays: whole('relapseDays') },
    ...{ relapseMetres: whole('relapseMetres'), spotSharePercent: whole('spotSharePercent') },
    ...{ checkRadiusMetres: whole('checkRadiusMetres'), watermark: draft.watermark === 'on' },
  }
  return unreadable.length > 0 ? { unreadable } : { settings }
}

interface Today {
  readonly now: string
  readonly today: Day
  readonly zone: string
  readonly holidays: Holidays
}

/** More than this is refused by the server anyway; the example is then left out. */
const mostDays = 1825

/** The days that something begun today would lead to; none where the field is about no days, or cannot be read. */
export const exampleDays = (key: SettingKey, draft: SettingsDraft, { now, today, zone, holidays }: Today): Day[] => {
  const read = settingsOf(draft)
  if ('unreadable' in read) return []
  const { settings } = read
  const after = (days: number): Day[] => (days > mostDays ? [] : [addDays(today, days)])
  const due = (deadlineClass: 'minor' | 'serious' | 'major', days: number): Day[] =>
    days > mostDays ? [] : [deadlineOn({ deadlineClass, registeredAt: now, settings, holidays, zone })]
  switch (key) {
    case 'minorDays':
      return due('minor', settings.minorDays)
    case 'seriousDays':
      return due('serious', settings.seriousDays)
    case 'majorDays':
      return due('major', settings.majorDays)
    case 'acceptWithinDays':
    case 'watchDays':
    case 'progressEveryDays':
      return after(settings[key])
    case 'revisitAfterDays':
      return settings.revisitAfterDays.flatMap(after)
    default:
      return []
  }
}
