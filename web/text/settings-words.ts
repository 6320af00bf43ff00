import type { HolidayLineFault } from '../../server/domain/holiday-lines.ts'
import type { SettingGroup, SettingKey } from '../settings/settings-fields.ts'
import { words } from './language.ts'

interface FieldWords {
  readonly label: string
  readonly unit: string
  /** What it does. */
  readonly how: string
  /** What a day begun today leads to. */
  readonly example?: (days: string) => string
}

interface SettingsWords {
  readonly title: string
  readonly parts: Readonly<Record<'deadlines' | 'holidays' | 'responsibility' | 'signs', string>>
  readonly unsavedPart: string
  readonly groups: Readonly<Record<SettingGroup, string>>
  readonly fields: Readonly<Record<SettingKey, FieldWords>>
  readonly countedIn: Readonly<Record<'calendar' | 'working', string>>
  readonly watermark: Readonly<Record<'on' | 'off', string>>
  readonly fromNowOn: string
  readonly notReadable: string
  readonly notReadableYet: string
  readonly listHow: string
  readonly unsaved: string
  readonly discard: string
  readonly overtaken: string
  readonly chooseFirst: string
  readonly keepMine: string
  readonly takeTheirs: string
  readonly what: string
  readonly theirs: string
  readonly mine: string
  readonly leaveAsk: string
  readonly leaveWhat: string
  readonly leave: string
  readonly year: string
  readonly yearOf: (year: number) => string
  readonly linesLabel: (year: number) => string
  readonly linesHow: string
  readonly linesExample: string
  readonly noHolidays: (year: number) => string
  readonly understood: string
  readonly line: (number: number) => string
  readonly off: (days: string) => string
  readonly work: (days: string) => string
  readonly nothingTyped: string
  readonly totals: (off: number, work: number) => string
  readonly lineFaults: Readonly<Record<HolidayLineFault, string>>
  readonly linesWrong: (count: number) => string
  readonly countsCalendar: string
}

const zh: SettingsWords = {
  title: '县级设置',
  parts: { deadlines: '期限与提醒', holidays: '节假日', responsibility: '责任清单', signs: '公示牌' },
  unsavedPart: '有未保存的修改',
  groups: { deadlines: '整改期限', reminders: '提醒与督办', after: '销号以后', distances: '距离', photos: '照片' },
  fields: {
    minorDays: {
      label: '一般隐患',
      unit: '天',
      how: '登记入册后多少天内整改完',
      example: (d) => `今天登记的一般隐患 → ${d}到期`,
    },
    seriousDays: {
      label: '较大隐患',
      unit: '天',
      how: '登记入册后多少天内整改完',
      example: (d) => `今天登记的较大隐患 → ${d}到期`,
    },
    majorDays: {
      label: '重大隐患',
      unit: '天',
      how: '登记入册后多少天内整改完',
      example: (d) => `今天登记的重大隐患 → ${d}到期`,
    },
    countedIn: { label: '按什么天数算', unit: '', how: '工作日按“节假日”中的安排扣除；不过夜的当天到期' },
    majorInterimHours: { label: '重大隐患临时管控', unit: '小时', how: '登记后多少小时内要落实临时管控并拍照' },
    acceptWithinDays: {
      label: '接收任务',
      unit: '天',
      how: '交办后多少天内应接收或退回',
      example: (d) => `今天交办的任务 → ${d}前接收`,
    },
    remindBeforeDays: { label: '到期前提醒', unit: '天', how: '到期前第几天提醒责任单位' },
    remindAfterDays: { label: '超期后提醒', unit: '天', how: '超期后第几天再提醒' },
    escalateAfterDays: { label: '报告县级', unit: '天', how: '超期或逾期未接收多少天后报告县道安办' },
    progressEveryDays: {
      label: '督办进展',
      unit: '天',
      how: '督办期间每隔多少天填报一次进展',
      example: (d) => `今天起督办 → ${d}前填报第一次`,
    },
    watchDays: {
      label: '回头看期',
      unit: '天',
      how: '销号后多少天内地图上仍显示蓝色',
      example: (d) => `今天销号 → 回头看期到${d}`,
    },
    revisitAfterDays: {
      label: '回头看',
      unit: '天',
      how: '销号后第几天回现场看',
      example: (d) => `今天销号 → ${d}回头看`,
    },
    relapseDays: { label: '反弹认定期', unit: '天', how: '销号后多少天内同一处再现隐患，认定为反弹' },
    relapseMetres: { label: '反弹认定距离', unit: '米', how: '多少米以内算同一处' },
    spotSharePercent: { label: '每月抽查比例', unit: '%', how: '每月从已销号的隐患中至少抽查多少' },
    nearbyMetres: { label: '附近已有隐患', unit: '米', how: '上报时多少米内已有隐患要先提示' },
    segmentMetres: { label: '归入路段', unit: '米', how: '离路线多少米以内算在这条路上' },
    checkRadiusMetres: { label: '整改照片距离', unit: '米', how: '整改后照片应在隐患多少米以内拍摄' },
    watermark: {
      label: '照片水印',
      unit: '',
      how: '转发的照片和以后签发的文书中的照片，下沿写明时间、地点、编号和单位；原图和页面上的照片不加',
    },
  },
  countedIn: { calendar: '日历日', working: '工作日' },
  watermark: { on: '加水印', off: '不加' },
  fromNowOn: '修改只对以后登记、交办的生效，已在办的期限不变。',
  notReadable: '请填整数',
  notReadableYet: '有的数字看不懂，请改正后再保存',
  listHow: '可填多个，用顿号隔开',
  unsaved: '有未保存的修改，草稿已留在本机',
  discard: '放弃修改',
  overtaken: '您修改期间，有人先保存了：',
  chooseFirst: '请先选择以谁的为准',
  keepMine: '以我的为准',
  takeTheirs: '改用现在的',
  what: '项目',
  theirs: '现在的',
  mine: '我的',
  leaveAsk: '离开这一页？',
  leaveWhat: '修改还没有保存。草稿留在本机，回来可以接着改。',
  leave: '离开',
  year: '年份',
  yearOf: (year) => `${year}年`,
  linesLabel: (year) => `${year}年放假和调休安排`,
  linesHow: '一行一条，可从国务院办公厅的通知中直接粘贴。没有写的日子，周一到周五上班。',
  linesExample: '10月1日至7日放假\n10月10日上班',
  noHolidays: (year) => `${year}年还没有录入节假日，工作日按周一到周五算。`,
  understood: '系统的理解',
  line: (number) => `第 ${number} 行`,
  off: (days) => `放假：${days}`,
  work: (days) => `上班：${days}`,
  nothingTyped: '左边写下安排，这里逐行显示系统的理解。',
  totals: (off, work) => `放假 ${off} 天，调休上班 ${work} 天`,
  lineFaults: {
    'no-date': '没有日期，不计入',
    'no-kind': '没有写明是放假还是上班',
    'no-such-day': '没有这一天',
    'not-understood': '有的数字看不懂',
    backwards: '起止日期颠倒',
    'too-long': '超过 31 天',
    'another-year': '不是这一年的日子',
    'count-differs': '与“共几天”对不上',
    'said-otherwise': '同一天前后说法不一',
  },
  linesWrong: (count) => `有 ${count} 行看不懂，请改正后再保存`,
  countsCalendar: '本县现按日历日计算期限，节假日暂不影响期限。',
}

const en: SettingsWords = {
  title: 'County settings',
  parts: { deadlines: 'Deadlines', holidays: 'Holidays', responsibility: 'Responsibility', signs: 'Signs' },
  unsavedPart: 'unsaved changes',
  groups: {
    deadlines: 'Deadlines',
    reminders: 'Reminders and supervision',
    after: 'After clearing',
    distances: 'Distances',
    photos: 'Photos',
  },
  fields: {
    minorDays: {
      label: 'Minor hazards',
      unit: 'days',
      how: 'to be cured after registering',
      example: (d) => `a minor one registered today is due ${d}`,
    },
    seriousDays: {
      label: 'Serious hazards',
      unit: 'days',
      how: 'to be cured after registering',
      example: (d) => `a serious one registered today is due ${d}`,
    },
    majorDays: {
      label: 'Major hazards',
      unit: 'days',
      how: 'to be cured after registering',
      example: (d) => `a major one registered today is due ${d}`,
    },
    countedIn: {
      label: 'Counted in',
      unit: '',
      how: 'working days leave out the holidays on file; same-day ones are due at once',
    },
    majorInterimHours: {
      label: 'Interim control of major ones',
      unit: 'hours',
      how: 'after registering, with a photo',
    },
    acceptWithinDays: {
      label: 'Accepting a task',
      unit: 'days',
      how: 'after it was assigned',
      example: (d) => `a task assigned today is to be accepted by ${d}`,
    },
    remindBeforeDays: { label: 'Reminders before', unit: 'days', how: 'before the deadline, to the unit' },
    remindAfterDays: { label: 'Reminders after', unit: 'days', how: 'past the deadline' },
    escalateAfterDays: {
      label: 'Told to the county',
      unit: 'days',
      how: 'past the deadline, or past the time for accepting',
    },
    progressEveryDays: {
      label: 'Progress owed',
      unit: 'days',
      how: 'between entries while under supervision',
      example: (d) => `supervised from today: first entry by ${d}`,
    },
    watchDays: {
      label: 'Watch',
      unit: 'days',
      how: 'shown blue after clearing',
      example: (d) => `cleared today: watched until ${d}`,
    },
    revisitAfterDays: {
      label: 'Revisits',
      unit: 'days',
      how: 'after clearing',
      example: (d) => `cleared today: revisits on ${d}`,
    },
    relapseDays: { label: 'Relapse within', unit: 'days', how: 'of clearing, at the same place' },
    relapseMetres: { label: 'The same place', unit: 'm', how: 'within so many metres' },
    spotSharePercent: { label: 'Spot checks a month', unit: '%', how: 'at least, of what was cleared' },
    nearbyMetres: { label: 'One is here already', unit: 'm', how: 'shown before a second one is reported' },
    segmentMetres: { label: 'On the road', unit: 'm', how: 'within so many metres of its line' },
    checkRadiusMetres: {
      label: 'Photos after the cure',
      unit: 'm',
      how: 'to be taken within so many metres of the hazard',
    },
    watermark: {
      label: 'Watermark on photos',
      unit: '',
      how: 'time, place, number and unit along the lower edge of photos handed on, and of those in documents issued from now on; never on originals or on the screen',
    },
  },
  countedIn: { calendar: 'Calendar days', working: 'Working days' },
  watermark: { on: 'Marked', off: 'Unmarked' },
  fromNowOn: 'Changes hold from now on; deadlines that run already are not moved.',
  notReadable: 'A whole number, please',
  notReadableYet: 'Some figures cannot be read; correct them first',
  listHow: 'several, separated by commas',
  unsaved: 'Unsaved changes; the draft is kept on this device',
  discard: 'Discard changes',
  overtaken: 'Somebody saved while you were changing this:',
  chooseFirst: 'Choose first whose holds',
  keepMine: 'Mine holds',
  takeTheirs: 'Take theirs',
  what: 'What',
  theirs: 'Now',
  mine: 'Mine',
  leaveAsk: 'Leave this page?',
  leaveWhat: 'The changes are not saved. The draft stays on this device.',
  leave: 'Leave',
  year: 'Year',
  yearOf: (year) => String(year),
  linesLabel: (year) => `Holidays and working weekends of ${year}`,
  linesHow: 'One per line; lines of the official notice can be pasted. Days not named: Monday to Friday are worked.',
  linesExample: '2026-10-01 to 2026-10-07 off\n2026-10-10 work',
  noHolidays: (year) => `No holidays of ${year} are on file: Monday to Friday are working days.`,
  understood: 'What was understood',
  line: (number) => `line ${number}`,
  off: (days) => `off: ${days}`,
  work: (days) => `worked: ${days}`,
  nothingTyped: 'Line by line, what was understood will stand here.',
  totals: (off, work) => `${off} days off, ${work} weekend days worked`,
  lineFaults: {
    'no-date': 'no date: left out',
    'no-kind': 'off or work is not said',
    'no-such-day': 'there is no such day',
    'not-understood': 'a figure cannot be read',
    backwards: 'ends before it begins',
    'too-long': 'longer than 31 days',
    'another-year': 'not a day of this year',
    'count-differs': 'differs from the sum given',
    'said-otherwise': 'the same day is said otherwise elsewhere',
  },
  linesWrong: (count) => `${count} ${count === 1 ? 'line' : 'lines'} cannot be read; correct that first`,
  countsCalendar: 'The county counts calendar days at present; holidays do not move deadlines.',
}

export const settingsWords = words(zh, en)
