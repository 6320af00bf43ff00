import type { Role } from '../../db/vocabulary.ts'
import { junctionReaders } from '../../server/domain/junction-doors.ts'
import { hasNotices } from '../../server/domain/notice-doors.ts'

export type Entry =
  | 'mine'
  | 'reports'
  | 'capture'
  | 'register'
  | 'map'
  | 'county'
  | 'notices'
  | 'junctions'
  | 'people'
  | 'settings'
  | 'me'

export const addressOf: Readonly<Record<Entry, string>> = {
  mine: '/mine',
  reports: '/mine',
  capture: '/capture',
  register: '/register',
  map: '/map',
  county: '/county',
  notices: '/notices',
  junctions: '/junctions',
  people: '/people',
  settings: '/settings',
  me: '/me',
}

/** Where each role goes, in the order of the bar; the phone's big button for capture stands in the middle. */
const entriesOf: Readonly<Record<Role, readonly Entry[]>> = {
  squad: ['mine', 'register', 'capture', 'map', 'county'],
  'road-chief': ['mine', 'register', 'capture', 'map', 'county'],
  department: ['mine', 'register', 'capture', 'map', 'county'],
  'county-reviewer': ['mine', 'register', 'capture', 'map', 'county'],
  leader: ['county', 'mine', 'register', 'map', 'me'],
  'light-reporter': ['reports', 'capture', 'me'],
  administrator: ['people', 'settings', 'me'],
}

export const entriesFor = (role: Role): readonly Entry[] => entriesOf[role]

/** The desk's rail has room for documents and junctions too; on the phone they are reached from one's own menu. */
export const entriesOnDesk = (role: Role): readonly Entry[] =>
  entriesOf[role].flatMap((entry): Entry[] => {
    if (entry === 'register' && hasNotices(role)) return [entry, 'notices']
    return entry === 'map' && junctionReaders.includes(role) ? [entry, 'junctions'] : [entry]
  })

/** The page a role begins on: a squad in the field on the camera, a chief on what waits, a leader on the county. */
export const homeOf = (role: Role, phone: boolean): string => {
  switch (role) {
    case 'squad':
      return phone ? addressOf.capture : addressOf.mine
    case 'light-reporter':
      return addressOf.capture
    case 'leader':
      return addressOf.county
    case 'administrator':
      return addressOf.people
    default:
      return addressOf.mine
  }
}

/** Whether a role has any business on a page of the bar; pages outside of the bar are open to everybody. */
export const mayOpen = (role: Role, address: string): boolean => {
  const barred = Object.values(addressOf).includes(address) && address !== addressOf.me
  // a reviewer keeps the county's rules too, but seldom: the way there is the person's menu
  if (address === addressOf.settings && role === 'county-reviewer') return true
  // the administrator finds junctions on the roads, with no other business on the map
  if (address.startsWith(addressOf.junctions)) return junctionReaders.includes(role)
  // a memory card is one more way to capture
  if (address === '/card') return entriesOf[role].includes('capture')
  return !barred || entriesOnDesk(role).some((entry) => addressOf[entry] === address)
}
