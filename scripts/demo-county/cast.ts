import type { ChiefLevel, Role, UnitKind } from '../../db/vocabulary.ts'
import type { DemoGeography } from './geography-shapes.ts'
import { makePeopleMaker } from './names.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface DemoUnit {
  id: string
  kind: UnitKind
  name: string
  phone: string | null
  areaCodes: string[]
}

export interface DemoPerson {
  id: string
  account: string
  name: string
  phone: string
  role: Role
  unitId: string | null
  /** What the list of sign-ins says of them; null for everybody who is not on it. */
  shown: { zh: string; en: string } | null
}

export interface DemoPost {
  id: string
  zoneId: string
  personId: string
  level: ChiefLevel
}

export interface Cast {
  units: DemoUnit[]
  people: DemoPerson[]
  posts: DemoPost[]
  /** The township that is shown had another chief before: he holds the post until it is handed over. */
  handOver: { zoneId: string; next: string; former: string; formerPostId: string }
  squads: { unitId: string; people: string[] }[]
  reviewers: string[]
  reporters: string[]
  leader: string
  roadUnit: string
  cityUnit: string
  unitOfTownship: (code: string) => string
  chiefOfUnit: (unitId: string) => string
}

const departments = [
  ['dept-roads', '县公路事务中心', '公路事务中心'],
  ['dept-transport', '县交通运输局', '交通运输局'],
  ['dept-education', '县教育体育局', '教育体育局'],
  ['dept-city', '县城市管理局', '城市管理局'],
] as const

/** Units, people and posts of the invented county; zone ids are `area-<code>` and `segment-<id>`. */
export const makeCast = (random: SeededRandom, geography: DemoGeography): Cast => {
  const someone = makePeopleMaker(random.fork('people'))
  const people: DemoPerson[] = []
  const posts: DemoPost[] = []
  const add = (account: string, role: Role, unitId: string | null, shown: DemoPerson['shown'] = null): string => {
    const { name, phone } = someone()
    people.push({ id: `person-${account}`, account, name, phone, role, unitId, shown })
    return `person-${account}`
  }
  const post = (zoneId: string, personId: string, level: ChiefLevel) =>
    posts.push({ id: `post-${zoneId}-${personId}`, zoneId, personId, level })

  // the county is shared between the squads by longitude, so that each has one connected area
  const west = [...geography.townships].sort((a, b) => a.seat[0] - b.seat[0])
  const halves = [west.slice(18), west.slice(0, 18)].map((half) => half.map(({ code }) => code))
  const units: DemoUnit[] = [
    { id: 'squad-1', kind: 'squad', name: '交警一中队', phone: '07920000001', areaCodes: halves[0] ?? [] },
    { id: 'squad-2', kind: 'squad', name: '交警二中队', phone: '07920000002', areaCodes: halves[1] ?? [] },
    { id: 'county-office', kind: 'county-office', name: '县道安办', phone: '07920000000', areaCodes: [] },
    { id: 'county-government', kind: 'county-office', name: '县人民政府', phone: null, areaCodes: [] },
    ...departments.map(([id, name]) => ({ id, kind: 'department' as const, name, phone: null, areaCodes: [] })),
    ...geography.townships.map(({ code, name }) => ({
      id: `township-${code}`,
      kind: 'township' as const,
      name: `${name}人民政府`,
      phone: null,
      areaCodes: [code],
    })),
  ]

  const shownTownship = '360424100'
  const squads = [1, 2].map((n) => ({
    unitId: `squad-${n}`,
    people: [1, 2, 3].map((m) =>
      add(
        m === 1 ? `squad${n}` : `squad${n}-${m}`,
        'squad',
        `squad-${n}`,
        m === 1 ? { zh: `交警${n === 1 ? '一' : '二'}中队民警`, en: `Officer, squad ${n}` } : null,
      ),
    ),
  }))
  const reviewers = [
    add('reviewer', 'county-reviewer', 'county-office', { zh: '县道安办（审核、验收）', en: 'County reviewer' }),
    add('reviewer2', 'county-reviewer', 'county-office'),
  ]
  const leader = add('leader', 'leader', 'county-government', { zh: '分管副县长（看全县）', en: 'Leader' })
  add('admin', 'administrator', 'county-office', { zh: '系统管理员', en: 'Administrator' })
  const reporters = [
    add('reporter', 'light-reporter', `township-${shownTownship}`, { zh: '劝导员（随手报）', en: 'Light reporter' }),
    add('reporter2', 'light-reporter', 'township-360424105'),
  ]
  for (const [id, , short] of departments)
    add(id, 'department', id, id === 'dept-roads' ? { zh: `${short}经办人`, en: 'Department' } : null)

  const totalChief = add('total-chief', 'leader', 'county-government')
  post('area-360424', totalChief, 'total')
  const countyChiefs = [1, 2, 3].map((n) =>
    add(
      `county-chief${n === 1 ? '' : n}`,
      'road-chief',
      'county-government',
      n === 1 ? { zh: '县级路长', en: 'County road chief' } : null,
    ),
  )
  geography.segments.forEach(({ id }, index) => {
    const chief = countyChiefs[index % countyChiefs.length]
    if (chief !== undefined) post(`segment-${id}`, chief, 'county')
  })
  for (const { code, name } of geography.townships) {
    const account = code === shownTownship ? 'chief' : `chief-${code.slice(6)}`
    const shown = code === shownTownship ? { zh: `乡级路长（${name}）`, en: 'Township road chief' } : null
    post(`area-${code}`, add(account, 'road-chief', `township-${code}`, shown), 'township')
  }
  const seatVillages = geography.villages.filter(({ townshipCode }) => townshipCode === shownTownship)
  seatVillages.forEach(({ code, name, townshipCode }, index) => {
    const shown = index === 0 ? { zh: `村级路长（${name}）`, en: 'Village road chief' } : null
    const account = index === 0 ? 'village-chief' : `village-chief-${index + 1}`
    post(`area-${code}`, add(account, 'road-chief', `township-${townshipCode}`, shown), 'village')
  })

  // last of all, so that everybody else keeps their name
  const former = add('chief-before', 'road-chief', `township-${shownTownship}`)
  const zoneId = `area-${shownTownship}`
  const handOver = { zoneId, next: 'person-chief', former, formerPostId: `post-${zoneId}-${former}` }

  return {
    units,
    people,
    posts,
    handOver,
    squads,
    reviewers,
    reporters,
    leader,
    roadUnit: 'dept-roads',
    cityUnit: 'dept-city',
    unitOfTownship: (code) => `township-${code}`,
    chiefOfUnit: (unitId) => {
      const township = geography.townships.find(({ code }) => unitId === `township-${code}`)
      if (!township) return `person-${unitId}`
      return township.code === shownTownship ? 'person-chief' : `person-chief-${township.code.slice(6)}`
    },
  }
}
