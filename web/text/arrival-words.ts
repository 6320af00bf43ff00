import { words } from './language.ts'

const minutesIn = { year: 365 * 1440, day: 1440, hour: 60 } as const

/** The two largest units say enough: 2 years 3 days, 5 hours 10 minutes. */
const span = (minutes: number, named: (years: number, days: number, hours: number, rest: number) => string[]): string =>
  named(
    Math.floor(minutes / minutesIn.year),
    Math.floor((minutes % minutesIn.year) / minutesIn.day),
    Math.floor((minutes % minutesIn.day) / minutesIn.hour),
    Math.round(minutes % minutesIn.hour),
  )
    .slice(0, 2)
    .join(' ')

const zhSpan = (minutes: number): string =>
  span(minutes, (years, days, hours, rest) => [
    ...(years > 0 ? [`${years} 年`] : []),
    ...(days > 0 ? [`${days} 天`] : []),
    ...(hours > 0 ? [`${hours} 小时`] : []),
    ...(rest > 0 ? [`${rest} 分钟`] : []),
  ])

const enCount = (count: number, one: string): string[] =>
  count > 0 ? [`${count} ${one}${count === 1 ? '' : 's'}`] : []

const enSpan = (minutes: number): string =>
  span(minutes, (years, days, hours, rest) => [
    ...[...enCount(years, 'year'), ...enCount(days, 'day'), ...enCount(hours, 'hour')],
    ...(rest > 0 ? [`${rest} min`] : []),
  ])

/** How photos and reports came: what is still on a phone, what came late, whose clock was off by how much. */
export const arrivalWords = words(
  {
    photosAwaited: (count: number) => `${count} 张照片尚在手机上，未到`,
    originalsAwaited: (count: number) => `原图未到 ${count} 张`,
    copyOnly: '原图未到，现为上传用小图',
    originalUnlike: '送来的原图与小图不是同一画面，仍以小图为准',
    originalGivenUp: '原图送不到，以上传用小图为准',
    late: '补传',
    clockOff: (minutes: number) => `手机时钟偏差 ${zhSpan(minutes)}，已校正`,
    clockDoubtful: (captured: string) => `手机记的拍摄时间 ${captured} 晚于收到时间，以收到时间为准`,
    takenInApp: '取景框拍摄',
  },
  {
    photosAwaited: (count: number) =>
      count === 1 ? '1 photo is still on the phone' : `${count} photos are still on the phone`,
    originalsAwaited: (count: number) => (count === 1 ? '1 original to come' : `${count} originals to come`),
    copyOnly: 'original to come, this is the field copy',
    originalUnlike: 'The original that came shows something else; the field copy goes on standing',
    originalGivenUp: 'the original could not be received; the field copy stands for it',
    late: 'sent later',
    clockOff: (minutes: number) => `the phone’s clock was ${enSpan(minutes)} off; put right`,
    clockDoubtful: (captured) =>
      `the phone’s time of capture, ${captured}, is later than its receipt: go by the receipt`,
    takenInApp: 'taken with the viewfinder',
  },
)
