import type { z } from 'zod'
import { dayOf } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { doorOnWire, unitOnWire } from './answers.ts'
import { findCountyRow } from './county-store.ts'
import { findPerson } from './people-store.ts'
import { sessionsOf } from './session-store.ts'
import { endsUnused } from './session-terms.ts'
import { shelfKeyFor } from './shelf-secret.ts'
import { findUnit } from './unit-store.ts'
import type { Door, Me } from './wire.ts'

/** Who is signed in, for the app to begin with: person, unit, role, and the county in a few words. */
export const readMe = async (world: World, personId: string, sessionId: string): Promise<z.infer<typeof Me>> => {
  const { db, county: code } = world
  const [person, county] = [await findPerson(db, code, personId), await findCountyRow(db, code)]
  if (!person || !county) throw new Problem('not-signed-in')
  const unit = person.unitId === null ? null : await findUnit(db, code, person.unitId)
  const session = (await sessionsOf(db, code, person.id)).find((one) => one.id === sessionId)
  const { id, account, name, phone, role, mustChangePassword } = person
  const { timeZone, bounds } = county
  return {
    person: { id, account, name, phone, role },
    unit: unit ? unitOnWire(unit) : null,
    mustChangePassword,
    sessionId,
    sessionEndsAt: session ? endsUnused(session) : world.now(),
    shelfKey: await shelfKeyFor(world, person.id),
    county: { ...doorOnWire(county), timeZone, bounds, today: dayOf(world.now(), timeZone) },
  }
}

/** The county's name, for the page that everybody may see. */
export const readDoor = async (world: World): Promise<z.infer<typeof Door>> => {
  const county = await findCountyRow(world.db, world.county)
  if (!county) throw new Problem('not-there')
  return doorOnWire(county)
}
