import type { ClockDifference } from '../../server/domain/camera-clock.ts'
import { words } from './language.ts'

const zhSpan = ({ days, hours, minutes, seconds }: ClockDifference): string =>
  [
    days > 0 && `${days} 天`,
    hours > 0 && `${hours} 小时`,
    minutes > 0 && `${minutes} 分`,
    seconds > 0 && `${seconds} 秒`,
  ]
    .filter(Boolean)
    .join(' ')
const enSpan = ({ days, hours, minutes, seconds }: ClockDifference): string =>
  [days > 0 && `${days} d`, hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, seconds > 0 && `${seconds} s`]
    .filter(Boolean)
    .join(' ')

/** Setting a real camera's clock right. */
export const cardClockWords = words(
  {
    clock: '相机时钟',
    whichCamera: '哪台相机',
    noCamera: '未写型号的相机',
    clockSays: (difference: ClockDifference): string =>
      difference.side === 'even'
        ? '相机时钟按准确处理'
        : `相机${difference.side === 'ahead' ? '快' : '慢'} ${zhSpan(difference)}`,
    fine: '时分秒（±12 小时）',
    days: '天数',
    fast: '快',
    slow: '慢',
    daySuffix: ' 天',
    hoursMinutesSeconds: '时:分:秒',
    nudge: (seconds: number) =>
      `${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds) >= 60 ? `${Math.abs(seconds) / 60} 分` : `${Math.abs(seconds)} 秒`}`,
    nudgeShort: (seconds: number) =>
      `${seconds > 0 ? '+' : '−'}${Math.abs(seconds) >= 60 ? `${Math.abs(seconds) / 60} 分` : `${Math.abs(seconds)} 秒`}`,
    reset: '归零',
    byClock: '用拍钟表的照片对时',
    byClockHow: '拍一张显示准确时间的手机或钟表，选中那张照片，写下它显示的时间。',
    clockPhoto: '拍钟表的照片',
    pickClockPhoto: '先在下面选中一张',
    clockShows: '钟表显示的时间',
    clockNoted: (time: string) => `相机记的是 ${time}`,
    matchClock: '对时',
    badClock: '写成 14:03:20',
    firstAndLast: (first: string, last: string) => `校正后 ${first} 至 ${last}`,
    future: (count: number) => `${count} 张照片的时间在将来，请先校准时钟`,
    fileTimes: (count: number) => `${count} 张照片里没有拍摄时间。文件时间可能是复制时的，不按它分组和定位。`,
  },
  {
    clock: 'The camera’s clock',
    whichCamera: 'Which camera',
    noCamera: 'a camera without a name',
    clockSays: (difference: ClockDifference): string =>
      difference.side === 'even'
        ? 'The camera’s clock is taken to be right'
        : `The camera is ${enSpan(difference)} ${difference.side === 'ahead' ? 'fast' : 'slow'}`,
    fine: 'Hours, minutes, seconds (±12 h)',
    days: 'Days',
    fast: 'fast',
    slow: 'slow',
    daySuffix: ' d',
    hoursMinutesSeconds: 'hours:minutes:seconds',
    nudge: (seconds: number) =>
      `${Math.abs(seconds) >= 60 ? `${Math.abs(seconds) / 60} min` : `${Math.abs(seconds)} s`} ${seconds > 0 ? 'faster' : 'slower'}`,
    nudgeShort: (seconds: number) =>
      `${seconds > 0 ? '+' : '−'}${Math.abs(seconds) >= 60 ? `${Math.abs(seconds) / 60} min` : `${Math.abs(seconds)} s`}`,
    reset: 'Set to zero',
    byClock: 'Match it with the photo of a clock',
    byClockHow: 'Photograph a phone or clock that is right, choose that photo, and write the time it shows.',
    clockPhoto: 'Photo of a clock',
    pickClockPhoto: 'Choose one photo below first',
    clockShows: 'Time on the clock',
    clockNoted: (time: string) => `the camera noted ${time}`,
    matchClock: 'Match',
    badClock: 'Write it as 14:03:20',
    firstAndLast: (first: string, last: string) => `Put right: ${first} to ${last}`,
    future: (count: number) =>
      `${count} ${count === 1 ? 'photo lies' : 'photos lie'} in the future: set the clock right first`,
    fileTimes: (count: number) =>
      `${count} ${count === 1 ? 'photo bears' : 'photos bear'} no time of taking. A file’s time may be that of copying: nothing is grouped or placed by it.`,
  },
)
