import type { Role } from '../../db/vocabulary.ts'

export type Entry = 'mine' | 'reports' | 'capture' | 'register' | 'map' | 'county' | 'people' | 'me'

export const addressOf: Readonly<Record<Entry, string>> = {
  mine: '/mine',
  reports: '/mine',
  capture: '/capture',
  register: '/register',
  map: '/map',
  county: '/county',
  people: '/people',
  me: '/me',
}

/** Where each role goes, in the order of the bar; the phone's big button for capture stands in the middle. */
const entriesOf: Readonly<Record<Role, readonly Entry[]>> = {
  squad: ['mine', 'register', 'capture', 'map', 'county'],
  'road-chief': ['mine', 'register', 'capture', 'map', 'county'],
  department: ['mine', 'register', 'capture', 'map', 'county'],
  'county-reviewer': ['mine', 'register', 'capture', 'map', 'county'],
  leader: ['county', 'register', 'map', 'me'],
  'light-reporter': ['reports', 'capture', 'me'],
  administrator: ['people', 'me'],
}

export const entriesFor = (role: Role): readonly Entry[] => entriesOf[role]

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
  return !barred || entriesOf[role].some((entry) => addressOf[entry] === address)
}
