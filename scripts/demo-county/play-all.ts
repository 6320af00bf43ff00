import type { Actor } from '../../server/domain/actor.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { readHazard } from '../../server/hazards/hazard-whole.ts'
import { findHazard } from '../../server/hazards/store.ts'
import { Problem } from '../../server/http/problem.ts'
import type { World } from '../../server/world.ts'
import type { Cast } from './cast.ts'
import { type OfficePace, openOffice } from './office.ts'
import { openPatrols } from './patrols.ts'
import { play } from './play.ts'
import { seededRandom } from './seeded-random.ts'
import { type Studio, stateOf } from './shots.ts'
import type { Event, Story } from './story.ts'
import { openHandOver } from './zone-keeping.ts'

interface Playing {
  readonly world: World
  readonly script: readonly Scene[]
  readonly cast: Cast
  readonly actorOf: (personId: string) => Actor
  readonly seed: string
  readonly pace: OfficePace
  readonly until: number
  readonly studio: Studio
  readonly setClock: (at: number) => void
  readonly progress: (done: number, of: number, what: string) => void
}

interface Scene {
  readonly story: Story
  readonly event: Event
}

/** All deeds of all stories in the order of time. */
export const scriptOf = (stories: readonly Story[], until: number): Scene[] =>
  stories
    .flatMap((story) => story.events.filter(({ at }) => at <= until).map((event) => ({ story, event })))
    .sort((a, b) => a.event.at - b.event.at)

/** A story whose next deed was refused, and why. */
export interface CutShort {
  readonly story: string
  readonly act: string
  readonly because: string
}

/**
 * What the office does meanwhile can leave a story's next deed without its ground, and when depends on the day on which
 * the county is made. Such a story ends there, as in life; more of them than this and it is the demo that is wrong.
 */
const mostCutShort = 8

/** So many that the drawing never waits for the writing; a picture is some hundred kilobytes. */
const drawnAhead = 48

/** Plays the script; pictures are taken a few deeds ahead, on the other core. */
export const playAll = async (playing: Playing): Promise<CutShort[]> => {
  const { world, script, cast, actorOf, seed, pace, until, studio, setClock, progress } = playing
  const hazards = new Map<Story, HazardWhole>()
  const hazardIds = new Map<Story, string>()
  const drawing = new Map<Event, Promise<Buffer>>()
  const order = ({ story, event }: Scene): void => {
    const state = stateOf(event)
    if (state && !drawing.has(event)) drawing.set(event, studio.photograph(story, event, state))
  }
  const storyOf = new Map<string, Story>()
  const cutShort = new Map<Story, CutShort>()
  // others may have changed it since its own last deed: a notice signed, a spot check drawn, a relapse linked
  const asItIsNow = async (id: string, last: HazardWhole | null): Promise<HazardWhole | null> => {
    const row = last === null ? null : await findHazard(world.db, world.county, id)
    return row === null || row.version === last?.version ? last : readHazard(world, reader, id)
  }
  const reader = actorOf(cast.reviewers[0] ?? '')
  const office = openOffice(
    {
      ...{ world, cast, actorOf, setClock, pace, random: seededRandom(`${seed} office`) },
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
      if (before === null || !(fault instanceof Problem) || cutShort.size >= mostCutShort) throw fault
      const because = `${fault.code} ${JSON.stringify(fault.details)}`
      cutShort.set(story, { story: story.seed, act: event.deed.act, because })
      return before
    })
    drawing.delete(event)
    hazards.set(story, hazard)
    if (event.deed.act === 'report') await patrols.reported(event.deed.by, story.place.lngLat, event.at)
    if (index % 20 === 0 || index === script.length - 1) progress(index + 1, script.length, '一年的经过 a year of acts')
  }
  return [...cutShort.values()]
}
