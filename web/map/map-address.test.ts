import { expect, test } from 'vitest'
import { isSameView, type MapAddress, mapAddress, mapAddressOf } from './map-address.ts'

const searchOf = (address: string): URLSearchParams => new URL(address, 'http://localhost').searchParams
const bare: MapAddress = { filter: {}, view: null, off: [], card: null, heat: null, route: [] }

test('a link reopens the same view: filter, place, zoom, layers and card', () => {
  const whole: MapAddress = {
    filter: { stage: 'register', overdue: 'yes', q: '义宁 & 桥' },
    view: { longitude: 114.3947, latitude: 29.0019, zoom: 13.25 },
    off: ['segments', 'schools'],
    card: { kind: 'zone', id: 'segment-X801360424-1' },
    heat: 'accident',
    route: ['019ab-1', '019ab-2'],
  }
  expect(mapAddressOf(searchOf(mapAddress(whole)))).toEqual(whole)
})

test('a map that has not been touched has a plain address', () => {
  expect(mapAddress(bare)).toBe('/map')
  expect(mapAddressOf(new URLSearchParams())).toEqual(bare)
})

test('the view in a link is as long as it is exact: a metre, and a hair of zoom', () => {
  const address = mapAddress({ ...bare, view: { longitude: 114.123456789, latitude: 29, zoom: 11.23456 } })
  expect(address).toBe('/map?at=114.12346,29,11.23')
})

test('what a link gets wrong is left out instead of failing the page', () => {
  const read = (search: string) => mapAddressOf(new URLSearchParams(search))
  for (const at of ['', '114,29', '29,114,12', 'x,y,z', '114,29,99', '114,,12', 'Infinity,29,12'])
    expect(read(`at=${at}`).view).toBeNull()
  for (const card of ['', 'hazard', 'hazard:', 'person:1', 'zone:<b>']) expect(read(`card=${card}`).card).toBeNull()
  for (const route of ['', ',', 'a,,b', 'a,<b>']) expect(read(`route=${route}`).route).toEqual([])
  expect(read('route=b,a,b').route).toEqual(['b', 'a'])
  expect(read('heat=lava').heat).toBeNull()
  expect(read('without=roads,rivers').off).toEqual(['roads'])
  expect(read('severity=terrible&overdue=yes').filter).toEqual({ overdue: 'yes' })
})

test('two views are the same when their links are', () => {
  const view = { longitude: 114.3947, latitude: 29.0019, zoom: 13.25 }
  expect(isSameView(view, { ...view, longitude: 114.394701 })).toBe(true)
  expect(isSameView(view, { ...view, zoom: 13.5 })).toBe(false)
  expect([isSameView(view, null), isSameView(null, null)]).toEqual([false, true])
})
