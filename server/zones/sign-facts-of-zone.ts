import type { ChiefLevel, HelperKind, StationKind } from '../../db/vocabulary.ts'
import { formatChainage } from '../domain/chainage.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { keepingUnit } from '../domain/keeping-unit.ts'
import { shieldOf } from '../domain/route-shield.ts'
import { zoneLengthMetres } from '../domain/zone-length.ts'
import { findCounty } from '../hazards/store.ts'
import { allUnits, type Unit } from '../people/unit-store.ts'
import type { World } from '../world.ts'
import { areasAroundZone } from './areas-around-zone.ts'
import { helpersToday } from './helpers-view.ts'
import { helpersOf } from './post-store.ts'
import type { SignFacts, SignPerson } from './sign/sign-facts.ts'
import { areasBeside, roadsDrawn, signTextsOf } from './sign-store.ts'
import { chiefsOn, placeList, routeName, type ZoneRow } from './store.ts'
import { usualDuties } from './usual-duties.ts'
import type { Helper, ZoneCard } from './wire.ts'
import { chainOfChiefs } from './zone-chiefs.ts'

/** A sign by the road is in Chinese, whatever language its printer reads. */
const chiefWords: Readonly<Record<ChiefLevel, string>> = {
  total: '总路长',
  county: '县级路长',
  township: '乡级路长',
  village: '村级路长',
}
const helperWords: Readonly<Record<HelperKind, string>> = {
  'leader-in-charge': '包片领导',
  'county-road-officer': '县路政员',
  'township-supervisor': '乡监管员',
  'village-warden': '村护路员',
  'traffic-officer': '交管员',
  persuader: '劝导员',
  'other-helper': '协管人员',
}
const stationWords: Readonly<Record<StationKind, string>> = {
  'management-station': '交通管理站',
  'persuasion-post': '交通安全劝导站',
}

/** Everything that a zone's sign says today. `publicUrl` is what people type, or null where the server was not told. */
export const signFactsOfZone = async (world: World, zone: ZoneRow, publicUrl: string | null): Promise<SignFacts> => {
  const { db, county } = world
  const founded = await findCounty(db, county)
  const today = dayOf(world.now(), founded.timeZone)
  const around = [zone, ...(await areasAroundZone(world, zone))]
  const zoneIds = around.map(({ id }) => id)
  const [chiefRows, helperRows, texts, beside, roads, places, units, nameOfRoute] = await Promise.all([
    chiefsOn(db, county, today, zoneIds),
    helpersOf(db, county, zoneIds),
    signTextsOf(db, county),
    areasBeside(db, zone),
    roadsDrawn(db, county),
    placeList(db, county, null),
    allUnits(db, county),
    zone.routeCode === null ? null : routeName(db, county, zone.routeCode),
  ])
  const { leaders, helpers } = helpersToday(zone, around, helperRows, today)
  const duties = texts?.duties ?? []
  const chiefs = chainOfChiefs([zone.id], around, chiefRows)
  return {
    title: `${founded.name}农村公路“路长制”公示牌`,
    zoneName: zone.name,
    zoneRank: `${chiefWords[zone.level]}${zone.shape === 'area' ? '责任区' : '责任路段'}`,
    route: zone.routeCode === null ? null : { code: shieldOf(zone.routeCode), roadClass: null },
    lines: linesOf(zone, nameOfRoute, unitOnSign(zone, chiefs, units)),
    chiefs: [
      ...chiefs.map(({ level, name, unit, phone }) => ({
        ...{ as: chiefWords[level], name, of: unit ?? '', phone },
      })),
      ...leaders.map(asPerson),
    ],
    helpers: helpers.map(asPerson),
    duties: duties.length > 0 ? duties : usualDuties,
    hotline: texts && texts.hotline !== '' ? texts.hotline : null,
    link: publicUrl === null ? null : `${publicUrl}/capture?zone=${encodeURIComponent(zone.id)}`,
    invented: zone.invented || founded.invented,
    map: {
      zone: { name: zone.name, geometry: zone.geometry },
      shape: zone.shape,
      ends:
        zone.fromMetres === null || zone.toMetres === null
          ? null
          : [formatChainage(zone.fromMetres), formatChainage(zone.toMetres)],
      neighbours: beside,
      roads: roads.map(({ routeCode, roadClass, geometry }) => ({ code: shieldOf(routeCode), roadClass, geometry })),
      places: places.flatMap(({ name, kind, longitude, latitude }) =>
        kind === 'township' || kind === 'village' ? [{ name, kind, lngLat: [longitude, latitude] as const }] : [],
      ),
    },
  }
}

const asPerson = ({ kind, name, phone, title, station, stationKind }: Helper): SignPerson => ({
  as: helperWords[kind],
  name,
  of: station !== '' ? station : stationKind !== null ? stationWords[stationKind] : title,
  phone,
})

const kilometres = (metres: number): string => `${(metres / 1000).toFixed(metres < 10_000 ? 2 : 1)} 公里`

/** A unit is known by its name, which no two of a county share. */
const unitOnSign = (zone: ZoneRow, chiefs: ZoneCard['chiefs'], units: readonly Unit[]): string | null => {
  const named = new Map(units.map((unit) => [unit.name, unit]))
  return keepingUnit(
    zone,
    chiefs.map(({ level, own, unit }) => ({ level, own, unit: named.get(unit ?? '') ?? null })),
  )
}

const linesOf = (zone: ZoneRow, nameOfRoute: string | null, unit: string | null): SignFacts['lines'] => {
  const { fromMetres, toMetres, routeCode } = zone
  const staked = fromMetres !== null && toMetres !== null
  const length = zoneLengthMetres(zone)
  const kept: readonly (readonly [string, string | null])[] = [
    ['路线名称', routeCode === null ? null : [nameOfRoute ?? '', routeCode].filter((part) => part !== '').join(' ')],
    ['起讫桩号', staked ? `${formatChainage(fromMetres)} — ${formatChainage(toMetres)}` : null],
    ['责任里程', length === null ? null : kilometres(length)],
    ['责任范围', zone.shape === 'area' ? `${zone.name}境内农村公路` : null],
    ['管理单位', unit],
  ]
  return kept.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text }]))
}
