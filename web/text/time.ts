import {
  type Day,
  dayOf,
  daysBetween,
  defaultZone,
  type Instant,
  type Month,
} from '../../server/domain/county-calendar.ts'
import type { Language } from './language.ts'

/** The only file of the web that knows the county's zone: days and clocks are the county's, wherever the reader sits. */
let zone = defaultZone

/** Told once, when the county's own settings arrive. */
export const keepCountyZone = (timeZone: string): void => {
  zone = timeZone
}

export const dayOfInstant = (at: Instant): Day => dayOf(at, zone)

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const partsOf = (on: Day) => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return { year, month, day, weekday: new Date(`${on}T00:00:00.000Z`).getUTCDay() }
}

/** 11月21日 周六, with the year when it is not this one. */
export const dayText = (on: Day, today: Day, language: Language): string => {
  const { year, month, day, weekday } = partsOf(on)
  const thisYear = year === partsOf(today).year
  const name = weekdays[language][weekday] ?? ''
  if (language === 'zh') return `${thisYear ? '' : `${year}年`}${month}月${day}日 ${name}`
  return `${name} ${day} ${months[month - 1] ?? ''}${thisYear ? '' : ` ${year}`}`
}

/** Without the weekday, for narrow columns: 11月21日, 2025年11月21日. */
export const shortDayText = (on: Day, today: Day, language: Language): string => {
  const { year, month, day } = partsOf(on)
  const thisYear = year === partsOf(today).year
  if (language === 'zh') return `${thisYear ? '' : `${year}年`}${month}月${day}日`
  return `${day} ${months[month - 1] ?? ''}${thisYear ? '' : ` ${year}`}`
}

/** The time of day on the county's clock: 09:05. */
export const clockText = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )

/** The same to the second: 09:05:07. */
export const clockSecondsText = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' }).format(new Date(at))

/** For the name of a file: 202611210905. */
export const fileStamp = (at: Instant): string => `${dayOfInstant(at)}${clockText(at)}`.replace(/[-:]/g, '')

/** 11月21日 周六 09:05. */
export const instantText = (at: Instant, today: Day, language: Language): string =>
  `${dayText(dayOf(at, zone), today, language)} ${clockText(at)}`

/** 11月, with the year when it is not this one. */
export const monthText = (month: Month, today: Day, language: Language): string => {
  const { year, month: number } = partsOf(`${month}-01`)
  const thisYear = year === partsOf(today).year
  if (language === 'zh') return `${thisYear ? '' : `${year}年`}${number}月`
  return `${months[number - 1] ?? ''}${thisYear ? '' : ` ${year}`}`
}

/** Calendar days until a deadline ends: 0 on the day itself, negative once it has passed. */
export const daysLeft = (dueOn: Day, today: Day): number => daysBetween(today, dueOn)

/** 还有 3 天 / 今天到期 / 超期 5 天. */
export const daysLeftText = (dueOn: Day, today: Day, language: Language): string => {
  const left = daysLeft(dueOn, today)
  if (language === 'zh') {
    if (left === 0) return '今天到期'
    if (left === 1) return '明天到期'
    return left > 0 ? `还有 ${left} 天` : `超期 ${-left} 天`
  }
  if (left === 0) return 'due today'
  if (left === 1) return 'due tomorrow'
  return left > 0 ? `${left} days left` : `${-left} ${left === -1 ? 'day' : 'days'} overdue`
}

const minuteMs = 60_000

/** How long ago, for what happened within a day: 刚刚, 5 分钟前, 3 小时前; older things get their day. */
export const agoText = (at: Instant, now: Instant, language: Language): string => {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / minuteMs)
  const [on, today] = [dayOf(at, zone), dayOf(now, zone)]
  if (minutes < 1 && minutes > -5) return language === 'zh' ? '刚刚' : 'just now'
  if (minutes >= 1 && minutes < 60) return language === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`
  if (minutes >= 60 && minutes < 12 * 60) {
    const hours = Math.floor(minutes / 60)
    return language === 'zh' ? `${hours} 小时前` : `${hours} h ago`
  }
  const days = daysBetween(on, today)
  if (days === 0) return `${language === 'zh' ? '今天' : 'today'} ${clockText(at)}`
  if (days === 1) return `${language === 'zh' ? '昨天' : 'yesterday'} ${clockText(at)}`
  return instantText(at, today, language)
}
