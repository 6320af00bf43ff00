import { expect, test } from 'vitest'
import { placeOfZone, zoneAsked } from './asked-zone.ts'

test('the zone of a sign is read off the address, and nothing that is no zone’s id', () => {
  expect(zoneAsked('?zone=area-360424100')).toBe('area-360424100')
  for (const search of ['', '?zone=', '?zone=a b', `?zone=${'x'.repeat(65)}`, '?zone=%3Cscript%3E'])
    expect(zoneAsked(search)).toBeNull()
})

test('a zone names the place and leaves the point to the device', () => {
  const area = { shape: 'area', name: '义宁镇', placeCode: '360424100', routeCode: null } as const
  expect(placeOfZone(area)).toEqual({ code: '360424100', lngLat: null, words: '义宁镇', routeCode: null })
  expect(placeOfZone({ ...area, shape: 'segment', routeCode: 'X001360424' }).routeCode).toBe('X001360424')
})
