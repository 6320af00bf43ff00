import type { PhotoTaker, PositionSource } from '../../db/vocabulary.ts'
import { dayOf, type Instant } from './county-calendar.ts'
import { type ExtentMeasure, stakesOrMeasure } from './hazard-extent.ts'

/** Where something lies: degrees in WGS-84 (CGCS2000 is the same for this purpose), and how that is known. */
export interface KnownPosition {
  readonly longitude: number
  readonly latitude: number
  readonly accuracyMetres: number | null
  readonly source: PositionSource | null
}

export interface WatermarkFacts {
  /** The register number, or the short code before there is one. */
  readonly number: string
  /** Of the person who took the photo. */
  readonly unitName: string | null
  readonly capturedAt: Instant
  readonly takenWith: PhotoTaker | null
  /** How far the server's clock was ahead of the phone's; `capturedAt` is put right by it already. */
  readonly clockOffsetMs: number | null
  /** The county's IANA zone. */
  readonly zone: string
  readonly township: string | null
  readonly village: string | null
  readonly routeCode: string | null
  readonly chainageMetres: number | null
  /** A stretch or an area, where it is more than a point. */
  readonly extent?: ExtentMeasure | null
  readonly spot: string
  readonly photoPosition: KnownPosition | null
  readonly hazardPosition: KnownPosition | null
  /** A demonstration county: its pictures say so too. */
  readonly invented: boolean
}

/** Below this a wrong clock is put right without a word: the same five minutes as everywhere else. */
const tellOffsetMs = 5 * 60_000
/** A spot may be described at length; the mark is no place for all of it. */
const longestSpot = 40

const minuteMs = 60_000

/** 3分钟, 5小时, 12天: as coarse as somebody would say it. */
const duration = (ms: number): string => {
  const minutes = Math.round(ms / minuteMs)
  if (minutes < 120) return `${minutes}分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours}小时` : `${Math.round(hours / 24)}天`
}

/** 2026-11-18 星期三 08:59 on the county's clock. RangeError on a malformed instant. */
const moment = (at: Instant, zone: string): string => {
  const given = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const clock = new Intl.DateTimeFormat('en-GB', given).format(new Date(at))
  const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, weekday: 'long' }).format(new Date(at))
  return `${dayOf(at, zone)} ${weekday} ${clock}`
}

const inBrackets = (notes: readonly string[]): string => (notes.length === 0 ? '' : `（${notes.join('，')}）`)

const timeLine = ({ capturedAt, zone, clockOffsetMs, takenWith }: WatermarkFacts): string => {
  const notes: string[] = []
  if (takenWith === 'file') notes.push('时间取自照片文件')
  if (takenWith === 'card') notes.push('时间取自相机存储卡')
  if (clockOffsetMs !== null && Math.abs(clockOffsetMs) > tellOffsetMs)
    notes.push(`${clockOffsetMs > 0 ? '原时钟慢' : '原时钟快'}${duration(Math.abs(clockOffsetMs))}，已校正`)
  return moment(capturedAt, zone) + inBrackets(notes)
}

const placeLine = (facts: WatermarkFacts): string => {
  const { township, village, routeCode, spot } = facts
  const signs = Array.from(spot.trim())
  const short = signs.length > longestSpot ? `${signs.slice(0, longestSpot - 1).join('')}…` : signs.join('')
  // as every list writes it: within one county the six digits behind a route's own name say nothing new
  const route = routeCode?.replace(/\d{6}$/, '') ?? null
  const stake = stakesOrMeasure(route === null ? { ...facts, chainageMetres: null } : facts)
  return [township, village, route, stake, short].filter((part) => part !== null && part !== '').join(' ')
}

const howKnown = ({ source, accuracyMetres }: KnownPosition): string => {
  if (source === 'pin') return '手动标点'
  if (source === 'exif') return '照片自带'
  if (source === 'place') return '按所选地点，非实测'
  if (source === null) return '来源不详'
  return accuracyMetres === null ? '设备定位' : `设备定位±${Math.round(accuracyMetres)}米`
}

const positionLine = ({ photoPosition, hazardPosition }: WatermarkFacts): string => {
  const known = photoPosition ?? hazardPosition
  if (known === null) return '位置：未定位'
  const whose = photoPosition === null ? '隐患位置' : '拍摄位置'
  const [east, north] = [known.longitude.toFixed(6), known.latitude.toFixed(6)]
  return `${whose}：${howKnown(known)} 东经${east}° 北纬${north}°（WGS-84）`
}

/**
 * What the copy of a photo says along its lower edge: number and unit, when, where, and its coordinates, each on a line
 * of its own, in Chinese as every document of the county. A photo without a position of its own gets the hazard's, and
 * says so; a clock that was more than five minutes off is told. RangeError on a malformed instant or zone.
 */
export const watermarkLines = (facts: WatermarkFacts): string[] => {
  const head = [facts.number, facts.unitName, facts.invented ? '演示数据' : null]
  const lines = [
    head.filter((part) => part !== null && part !== '').join(' · '),
    timeLine(facts),
    placeLine(facts),
    positionLine(facts),
  ]
  return lines.filter((line) => line !== '')
}
