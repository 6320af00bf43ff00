import { expect, test } from 'vitest'
import { type WatermarkFacts, watermarkLines } from './watermark-lines.ts'

const facts: WatermarkFacts = {
  ...{ number: '修2026-0012', unitName: '义宁镇派出所一中队', capturedAt: '2026-11-18T00:59:00.000Z' },
  ...{ takenWith: 'viewfinder', clockOffsetMs: 40_000, zone: 'Asia/Shanghai' },
  ...{ township: '余塅乡', village: '上塅村', routeCode: 'X801360424', chainageMetres: 3240, spot: '小学门口' },
  photoPosition: { longitude: 114.51, latitude: 29.08, accuracyMetres: 6.4, source: 'device' },
  hazardPosition: { longitude: 114.6, latitude: 29.1, accuracyMetres: null, source: 'pin' },
  invented: false,
}

test('a mark says number and unit, time with weekday in the county’s zone, place, and coordinates with their datum', () => {
  expect(watermarkLines(facts)).toEqual([
    '修2026-0012 · 义宁镇派出所一中队',
    '2026-11-18 星期三 08:59',
    '余塅乡 上塅村 X801 K3+240 小学门口',
    '拍摄位置：设备定位±6米 东经114.510000° 北纬29.080000°（WGS-84）',
  ])
})

test('the day and its weekday are the county’s, not UTC’s', () => {
  const late = { ...facts, capturedAt: '2026-11-18T16:05:00.000Z' }
  expect(watermarkLines(late)[1]).toBe('2026-11-19 星期四 00:05')
  expect(watermarkLines({ ...late, zone: 'Asia/Urumqi' })[1]).toBe('2026-11-18 星期三 22:05')
})

test('a clock that was put right by more than five minutes is told, which way and how far', () => {
  const of = (clockOffsetMs: number) => watermarkLines({ ...facts, clockOffsetMs })[1]
  expect(of(5 * 60_000)).toBe('2026-11-18 星期三 08:59')
  expect(of(12 * 60_000)).toBe('2026-11-18 星期三 08:59（原时钟慢12分钟，已校正）')
  expect(of(-8 * 3_600_000)).toBe('2026-11-18 星期三 08:59（原时钟快8小时，已校正）')
  expect(of(-40 * 86_400_000)).toContain('原时钟快40天')
})

test('a photo that was not taken in the viewfinder says where its time comes from', () => {
  expect(watermarkLines({ ...facts, takenWith: 'file' })[1]).toContain('时间取自照片文件')
  const card = watermarkLines({ ...facts, takenWith: 'card', clockOffsetMs: 600_000 })[1]
  expect(card).toContain('（时间取自相机存储卡，原时钟慢10分钟，已校正）')
})

test('how a position is known is said, and whose it is', () => {
  const of = (source: 'pin' | 'exif' | 'place' | null) =>
    watermarkLines({ ...facts, photoPosition: { longitude: 114, latitude: 29, accuracyMetres: null, source } })[3]
  expect(of('pin')).toContain('手动标点')
  expect(of('exif')).toContain('照片自带')
  expect(of('place')).toContain('非实测')
  expect(of(null)).toContain('来源不详')
  const onlyHazard = watermarkLines({ ...facts, photoPosition: null })[3]
  expect(onlyHazard).toBe('隐患位置：手动标点 东经114.600000° 北纬29.100000°（WGS-84）')
  expect(watermarkLines({ ...facts, photoPosition: null, hazardPosition: null })[3]).toBe('位置：未定位')
})

test('what is not known leaves no gap, a long spot is shortened, and a demonstration county says so', () => {
  const bare = { ...facts, unitName: null, township: null, village: null, routeCode: null, chainageMetres: null }
  expect(watermarkLines({ ...bare, spot: '' }).map((line) => line.slice(0, 11))).toEqual([
    ...['修2026-0012', '2026-11-18 ', '拍摄位置：设备定位±6'],
  ])
  expect(watermarkLines({ ...bare, spot: '口'.repeat(200) })[2]).toBe(`${'口'.repeat(39)}…`)
  expect(watermarkLines({ ...facts, invented: true })[0]).toBe('修2026-0012 · 义宁镇派出所一中队 · 演示数据')
})
