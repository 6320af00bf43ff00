import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { colourOf } from '../domain/warning-colour.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { photoOfEach } from '../register/store.ts'
import type { World } from '../world.ts'
import { countOpenHazards, openHazards } from './store.ts'
import type { BookHazards } from './wire.ts'

/** What a phone can hold of a county that is all in one's scope. */
const mostHazards = 3_000
const mostWhole = 200

/** Open hazards in the asker's scope, the most urgent first; of those, the ones to be taken along whole. */
export const listBookHazards = async (world: World, actor: Actor): Promise<BookHazards> => {
  const { db, county } = world
  const asOf = world.now()
  const today = dayOf(asOf, await timeZoneOf(db, county))
  const rows = await openHazards(db, county, scopeOf(actor), mostHazards)
  const count = rows.length < mostHazards ? rows.length : await countOpenHazards(db, county, scopeOf(actor))
  const photos = await photoOfEach(
    db,
    county,
    'scene',
    rows.map(({ id }) => id),
  )
  return {
    asOf,
    today,
    count,
    hazards: rows.map((row, place) => {
      const { id, version, shortCode, registerNumber, code, stage, severity, longitude, latitude } = row
      return {
        ...{ id, version, shortCode, registerNumber, code, stage, severity, colour: colourOf(row, today) },
        lngLat: longitude === null || latitude === null ? null : [longitude, latitude],
        photoSha256: photos.get(id) ?? null,
        whole: place < mostWhole,
      }
    }),
  }
}
