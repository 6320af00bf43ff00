import { expect, test } from 'vitest'
import { addressWith, changed, filterOf, orderOf, unreadIn } from './filter.ts'

test('a filter survives the way into the address bar and back', () => {
  const filter = { stage: 'camera,register', place: '360424100', overdue: 'yes', q: '义宁 & 桥' } as const
  const address = addressWith('/register', filter, 'due')
  const search = new URL(address, 'http://localhost').searchParams
  expect(filterOf(search)).toEqual(filter)
  expect(orderOf(search)).toBe('due')
})

test('what the server would refuse is left out of the filter instead of failing the page', () => {
  const search = new URLSearchParams('stage=nowhere&overdue=maybe&place=36&severity=major&weather=wet')
  expect(filterOf(search)).toEqual({ severity: 'major' })
  expect(orderOf(new URLSearchParams('order=sideways'))).toBe('newest')
})

test('what is left out is said as it stands in the address; what WeChat adds to a link is not', () => {
  const search = new URLSearchParams('stage=nowhere&severity=major&reported-from=spring&from=singlemessage&q=')
  expect(unreadIn(search)).toEqual(['stage=nowhere', 'reported-from=spring'])
  expect(unreadIn(new URLSearchParams('from=spring'))).toEqual(['from=spring'])
})

test('taking a field out leaves the others as they were', () => {
  expect(changed({ stage: 'register', overdue: 'yes' }, 'overdue', null)).toEqual({ stage: 'register' })
  expect(changed({ stage: 'register' }, 'severity', 'major')).toEqual({ stage: 'register', severity: 'major' })
})
