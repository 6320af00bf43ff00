import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSqlite } from '../../db/open.ts'
import { makeBaseMap } from '../../server/base-map/make-base-map.ts'
import type { Actor } from '../../server/domain/actor.ts'
import { boundsOf } from '../../server/domain/bounds.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import { uuidV7 } from '../../server/domain/uuid-v7.ts'
import { uploadDrawer } from '../../server/imports/upload-drawer.ts'
import { documentShelf } from '../../server/notices/document-shelf.ts'
import { addPerson } from '../../server/people/add-person.ts'
import { addUnit } from '../../server/people/add-unit.ts'
import { defaultSettings } from '../../server/people/county-store.ts'
import { createFirstAdministrator } from '../../server/people/create-first-administrator.ts'
import { foundCounty } from '../../server/people/found-county.ts'
import { openPhotoStore } from '../../server/photos/photo-store-disk.ts'
import { leaveVariants } from '../../server/photos/variants.ts'
import type { World } from '../../server/world.ts'
import { furnishCounty } from '../../server/zones/furnish-county.ts'
import { type Cast, makeCast } from './cast.ts'
import { furnishingOf } from './furnish.ts'
import { makeGeography } from './geography.ts'
import type { DemoGeography } from './geography-shapes.ts'
import { makeLandscape } from './landscape.ts'
import type { OfficePace } from './office.ts'
import { type CutShort, playAll, scriptOf } from './play-all.ts'
import { seededRandom } from './seeded-random.ts'
import { openStudio, plainStudio, stateOf } from './shots.ts'
import { tellStory } from './story.ts'
import { enterHelpers } from './zone-keeping.ts'

/** How much is made: the whole for `npm start`, less for a trial of the same making. */
export interface DemoSize {
  hazards: number
  /** Plain ones are made in a moment and show nothing. */
  pictures: 'drawn' | 'plain'
  baseMap: boolean
  office: OfficePace
}

const wholeCounty: DemoSize = { hazards: 400, pictures: 'drawn', baseMap: true, office: 'usual' }

export interface DemoOptions {
  dataDir: string
  say: (line: string) => void
  progress: (done: number, of: number, what: string) => void
  /** The moment the year ends at. */
  madeAt?: number
  /** The same at every making; whoever makes several counties makes it once. */
  geography?: DemoGeography
  size?: DemoSize
}

export const demoPassword = 'luqing-demo-2026'
export const seed = 'xiushui'
const day = 86_400_000

/**
 * An invented county with a year behind it. Nothing is written past the verbs: every hazard has gone through the
 * table of moves under a clock of its own, in the order of time, so the journal reads like a real one. The stories that
 * could not go on as they were told come back.
 */
export const makeDemoCounty = async (options: DemoOptions): Promise<readonly CutShort[]> => {
  const { dataDir, say, progress, madeAt: until = Date.now(), size = wholeCounty } = options
  const random = seededRandom(seed)
  const begins = until - 365 * day
  let now = begins - 30 * day
  const ids = random.fork('ids')
  const db = await openSqlite(join(dataDir, 'luqing.db'), 'once-closed')
  const photos = await openPhotoStore(join(dataDir, 'photos'), 'once-closed')
  leaveVariants(photos)
  const world: World = {
    db,
    photos,
    documents: documentShelf(join(dataDir, 'documents')),
    uploads: uploadDrawer(join(dataDir, 'imports')),
    county: '360424',
    now: () => new Date(now).toISOString(),
    newId: () =>
      uuidV7(
        now,
        Uint8Array.from({ length: 10 }, () => ids.wholeBetween(0, 255)),
      ),
  }
  say('造一个虚构的县：地形、乡镇、道路 · inventing the county: land, townships, roads')
  const { geography = makeGeography(seed) } = options
  const cast = makeCast(random.fork('cast'), geography)
  const taken = new Set<string>()
  const stories = Array.from({ length: size.hazards }, (_, i) =>
    tellStory(
      random.fork(`story-${i}`),
      `${seed}-${i}`,
      begins + (i + random.next()) * ((until - begins) / size.hazards),
      until,
      geography,
      cast,
      taken,
    ),
  )
  const script = scriptOf(stories, until)
  const studio = size.pictures === 'drawn' ? openStudio() : plainStudio()
  for (const { story, event } of script) {
    const state = stateOf(event)
    if (state) studio.prepare(story, state)
  }
  await settle(world, geography, cast, progress)
  if (size.baseMap) {
    say('画一张虚构的底图：山、林、河 · drawing the invented land beneath it')
    const { ground, field } = makeLandscape(geography, seed)
    await makeBaseMap(world, {
      ...{ folder: join(dataDir, 'base-map'), osm: null, ground, marginMetres: 5000, progress },
      ...{ elevation: field.heightAt, heightsToZoom: 11 },
    })
  }
  const cutShort = await playAll({
    ...{ world, script, cast, seed, pace: size.office, until, studio, progress },
    actorOf: (id) => asActor(cast, id),
    setClock: (at) => {
      now = at
    },
  })

  now = until
  const shown = cast.people.flatMap(({ account, name, shown: as }) =>
    as ? [{ account, password: demoPassword, name, roleZh: as.zh, roleEn: as.en }] : [],
  )
  await writeFile(join(dataDir, 'demo.json'), `${JSON.stringify({ signIns: shown }, null, 2)}\n`)
  await photos.close()
  await db.close()
  return cutShort
}

const settle = async (
  world: World,
  geography: ReturnType<typeof makeGeography>,
  cast: Cast,
  progress: DemoOptions['progress'],
): Promise<void> => {
  await foundCounty(world, {
    name: '修水县',
    nameEn: 'Xiushui County',
    registerPrefix: '修',
    settings: defaultSettings,
    bounds: boundsOf(positionsOf(geography.outline)),
    invented: true,
  })
  const admin = cast.people.find(({ role }) => role === 'administrator')
  if (!admin) throw new Error('the cast has no administrator')
  const { account, name } = admin
  const adminId = await createFirstAdministrator(world, {
    ...{ countyCode: world.county, countyName: '修水县', account, name, password: demoPassword },
  })
  const actor = { ...asActor(cast, admin.id), id: adminId }
  for (const { id, ...unit } of cast.units) await addUnit(world, actor, id, unit)
  const others = cast.people.filter((person) => person !== admin)
  for (const [done, { id, shown: _shown, ...person }] of others.entries()) {
    await addPerson(world, actor, id, { ...person, active: true }, { password: demoPassword, mustChange: false })
    progress(done + 1, others.length, '人员 people')
  }
  await furnishCounty(world, 'system', furnishingOf(geography, cast, world.now().slice(0, 10)))
  await enterHelpers(world, actor, cast, geography, seededRandom(`${seed} helpers`))
}

const asActor = (cast: Cast, personId: string): Actor => {
  const person = cast.people.find(({ id }) => id === personId)
  if (!person) throw new Error(`nobody is called ${personId}`)
  const zoneIds = cast.posts.filter((post) => post.personId === personId).map(({ zoneId }) => zoneId)
  return {
    county: '360424',
    id: personId,
    name: person.name,
    role: person.role,
    unitId: person.unitId,
    areaCodes: cast.units.find(({ id }) => id === person.unitId)?.areaCodes ?? [],
    zoneIds,
    zonePlaceCodes: zoneIds.filter((id) => id.startsWith('area-')).map((id) => id.slice(5)),
  }
}
