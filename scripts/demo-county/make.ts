import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSqlite } from '../../db/open.ts'
import { makeBaseMap } from '../../server/base-map/make-base-map.ts'
import type { Actor } from '../../server/domain/actor.ts'
import { boundsOf } from '../../server/domain/bounds.ts'
import { positionsOf } from '../../server/domain/geometry-runs.ts'
import { uuidV7 } from '../../server/domain/uuid-v7.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { readHazard } from '../../server/hazards/hazard-whole.ts'
import { findHazard } from '../../server/hazards/store.ts'
import { Problem } from '../../server/http/problem.ts'
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
import { makeLandscape } from './landscape.ts'
import { openOffice } from './office.ts'
import { openPatrols } from './patrols.ts'
import { play } from './play.ts'
import { seededRandom } from './seeded-random.ts'
import { openStudio, stateOf } from './shots.ts'
import { type Event, type Story, tellStory } from './story.ts'
import { enterHelpers, openHandOver } from './zone-keeping.ts'

export interface DemoOptions {
  dataDir: string
  say: (line: string) => void
  progress: (done: number, of: number, what: string) => void
}

export const demoPassword = 'luqing-demo-2026'
const hazardCount = 400
const seed = 'xiushui'
const day = 86_400_000

/**
 * An invented county with a year behind it. Nothing is written past the verbs: every hazard has gone through the
 * table of moves under a clock of its own, in the order of time, so the journal reads like a real one.
 */
export const makeDemoCounty = async ({ dataDir, say, progress }: DemoOptions): Promise<void> => {
  const random = seededRandom(seed)
  const until = Date.now()
  const begins = until - 365 * day
  let now = begins - 30 * day
  const ids = random.fork('ids')
  const db = await openSqlite(join(dataDir, 'luqing.db'))
  const photos = await openPhotoStore(join(dataDir, 'photos'))
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
  const geography = makeGeography(seed)
  const cast = makeCast(random.fork('cast'), geography)
  await settle(world, geography, cast, progress)
  say('画一张虚构的底图：山、林、河 · drawing the invented land beneath it')
  const { ground, field } = makeLandscape(geography, seed)
  await makeBaseMap(world, {
    ...{ folder: join(dataDir, 'base-map'), osm: null, ground, marginMetres: 5000, progress },
    ...{ elevation: field.heightAt, heightsToZoom: 11 },
  })

  const taken = new Set<string>()
  const stories = Array.from({ length: hazardCount }, (_, i) =>
    tellStory(
      random.fork(`story-${i}`),
      `${seed}-${i}`,
      begins + (i + random.next()) * ((until - begins) / hazardCount),
      until,
      geography,
      cast,
      taken,
    ),
  )
  await playAll(
    world,
    stories,
    cast,
    until,
    (at) => {
      now = at
    },
    progress,
  )

  now = until
  const shown = cast.people.flatMap(({ account, name, shown: as }) =>
    as ? [{ account, password: demoPassword, name, roleZh: as.zh, roleEn: as.en }] : [],
  )
  await writeFile(join(dataDir, 'demo.json'), `${JSON.stringify({ signIns: shown }, null, 2)}\n`)
  await photos.close()
  await db.close()
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

/**
 * What the office does meanwhile can leave a story's next deed without its ground, and when depends on the day on which
 * the county is made. Such a story ends there, as in life; more of them than this and it is the demo that is wrong.
 */
const mostCutShort = 8

/** So many that the drawing never waits for the writing; a picture is some hundred kilobytes. */
const drawnAhead = 48

/** All deeds of all stories in the order of time; pictures are drawn a few deeds ahead, on the other core. */
const playAll = async (
  world: World,
  stories: readonly Story[],
  cast: Cast,
  until: number,
  setClock: (at: number) => void,
  progress: DemoOptions['progress'],
): Promise<void> => {
  const script = stories
    .flatMap((story) => story.events.filter(({ at }) => at <= until).map((event) => ({ story, event })))
    .sort((a, b) => a.event.at - b.event.at)
  const hazards = new Map<Story, HazardWhole>()
  const hazardIds = new Map<Story, string>()
  const studio = openStudio()
  const drawing = new Map<Event, Promise<Buffer>>()
  const order = ({ story, event }: (typeof script)[number]): void => {
    const state = stateOf(event)
    if (state && !drawing.has(event)) drawing.set(event, studio.photograph(story, event, state))
  }
  const storyOf = new Map<string, Story>()
  const cutShort = new Set<Story>()
  // others may have changed it since its own last deed: a notice signed, a spot check drawn, a relapse linked
  const asItIsNow = async (id: string, last: HazardWhole | null): Promise<HazardWhole | null> => {
    const row = last === null ? null : await findHazard(world.db, world.county, id)
    return row === null || row.version === last?.version ? last : readHazard(world, reader, id)
  }
  const actorOf = (id: string): Actor => asActor(cast, id)
  const reader = actorOf(cast.reviewers[0] ?? '')
  const office = openOffice(
    {
      ...{ world, cast, actorOf, setClock, random: seededRandom(`${seed} office`) },
      hazards: () => [...hazards.values()],
      visit: async (hazardId, by, at) => {
        const story = storyOf.get(hazardId)
        const now = await readHazard(world, reader, hazardId)
        if (!story || now.stage !== 'cleared') return
        const event: Event = { at, deed: { act: 'revisit', by, passes: true } }
        const stage = { world, actorOf, random: seededRandom(`${story.seed}/${at}`) }
        hazards.set(
          story,
          await play(stage, story, hazardId, now, event, () => studio.photograph(story, event, 'after')),
        )
      },
    },
    script[0]?.event.at ?? until,
    until,
  )
  const patrols = await openPatrols(
    { world, cast, actorOf, setClock, random: seededRandom(`${seed} patrols`) },
    Date.parse(world.now()),
    until,
  )
  const handOver = openHandOver(world, cast, reader, script[0]?.event.at ?? until)
  for (const [index, entry] of script.entries()) {
    for (const coming of script.slice(index, index + drawnAhead)) order(coming)
    const { story, event } = entry
    if (cutShort.has(story)) {
      drawing.delete(event)
      continue
    }
    await patrols.until(event.at, office.until)
    await office.until(event.at)
    setClock(event.at)
    await handOver.tryAt(event.at, setClock)
    const hazardId = hazardIds.get(story) ?? world.newId()
    hazardIds.set(story, hazardId)
    storyOf.set(hazardId, story)
    const random = seededRandom(`${story.seed}/${event.at}`)
    const stage = { world, actorOf, random }
    const picture = drawing.get(event)
    const before = await asItIsNow(hazardId, hazards.get(story) ?? null)
    const hazard = await play(stage, story, hazardId, before, event, async () => {
      if (!picture) throw new Error(`no picture was ordered for ${event.deed.act}`)
      return picture
    }).catch((fault: unknown) => {
      cutShort.add(story)
      if (before === null || !(fault instanceof Problem) || cutShort.size > mostCutShort) throw fault
      return before
    })
    drawing.delete(event)
    hazards.set(story, hazard)
    if (event.deed.act === 'report') await patrols.reported(event.deed.by, story.place.lngLat, event.at)
    if (index % 20 === 0 || index === script.length - 1) progress(index + 1, script.length, '一年的经过 a year of acts')
  }
}
