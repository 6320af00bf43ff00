import { expect, test } from 'vitest'
import { navigateUrl } from './map-links.ts'

/** The test vector of domain.md: WGS-84, and the same place as GCJ-02 and BD-09 draw it. */
const place = { longitude: 114.3947, latitude: 29.0019 }
const near = (text: string | null | undefined, degrees: number): boolean => Math.abs(Number(text) - degrees) < 2e-6

test('Amap and Tencent are given GCJ-02, longitude first for one and latitude first for the other', () => {
  const amap = new URL(navigateUrl('amap', place, '学校,门口'))
  const [lng, lat, name] = amap.searchParams.get('to')?.split(',') ?? []
  expect(near(lng, 114.400114) && near(lat, 28.999116)).toBe(true)
  expect(name).toBe('学校 门口')
  expect(amap.searchParams.get('coordinate')).toBe('gaode')
  const tencent = new URL(navigateUrl('tencent', place, '学校门口'))
  const [south, east] = tencent.searchParams.get('tocoord')?.split(',') ?? []
  expect(near(south, 28.999116) && near(east, 114.400114)).toBe(true)
})

test('Baidu is given BD-09', () => {
  const baidu = new URL(navigateUrl('baidu', place, '学校门口'))
  const [lat, lng] = baidu.searchParams.get('location')?.split(',') ?? []
  expect(near(lat, 29.004939) && near(lng, 114.406642)).toBe(true)
  expect(baidu.searchParams.get('coord_type')).toBe('bd09ll')
})

test('a name with signs of its own does not break out of the address', () => {
  expect(new URL(navigateUrl('baidu', place, 'A&title=x#y')).searchParams.getAll('title')).toEqual(['A&title=x#y'])
})
