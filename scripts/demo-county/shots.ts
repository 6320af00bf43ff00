import sharp from 'sharp'
import { inventedDevices } from './names.ts'
import { exifOf } from './pictures/exif.ts'
import { pictureHeight, pictureWidth } from './pictures/frame.ts'
import { makeRoadPicture, pictureKindOf } from './pictures.ts'
import { hashOfText, seededRandom } from './seeded-random.ts'
import type { Event, Story } from './story.ts'

/** How many places are drawn of each kind: drawing one takes a fifth of a second, photographing it again a twentieth. */
const placesPerKind = 6

export type State = 'before' | 'interim' | 'after'

export const stateOf = ({ deed }: Event): State | null => {
  switch (deed.act) {
    case 'report':
    case 'photograph':
      return 'before'
    case 'interim':
      return 'interim'
    case 'submit':
      return deed.poor ? 'before' : 'after'
    case 'revisit':
      return deed.passes ? 'after' : 'before'
    default:
      return null
  }
}

/** Some hour of some season, so that no two places stand in the same light; the remedy came on another day. */
const lightOf = (place: string, state: State): string => {
  const random = seededRandom(`${place} ${state === 'after' ? 'after' : 'before'} light`)
  const day = random.wholeBetween(0, 364) * 86_400_000
  return new Date(Date.UTC(2026, 0, 1, random.wholeBetween(0, 8), 30) + day).toISOString()
}

export interface Studio {
  /** Begins to draw what will be photographed, in the order given. */
  prepare: (story: Story, state: State) => void
  photograph: (story: Story, event: Event, state: State) => Promise<Buffer>
}

const notesOf = (story: Story, event: Event) => ({
  lngLat: story.place.lngLat,
  takenAt: new Date(event.at - 60_000).toISOString(),
  device: inventedDevices[hashOfText(story.seed) % inventedDevices.length] ?? inventedDevices[0],
})

/** For a trial: patches of grey, others for every deed, that carry what a photograph tells beside the picture. */
export const plainStudio = (): Studio => ({
  prepare: () => undefined,
  photograph: (story, event) => {
    const random = seededRandom(`${story.seed} ${event.at}`)
    const patches = Buffer.from(Array.from({ length: 9 * 12 * 3 }, () => random.wholeBetween(30, 220)))
    return sharp(patches, { raw: { width: 12, height: 9, channels: 3 } })
      .resize(96, 72, { kernel: 'nearest' })
      .withExif(exifOf(notesOf(story, event)))
      .jpeg()
      .toBuffer()
  },
})

/** Photographs of the stories' places: each drawn once per state, then taken anew for every deed with its own time. */
export const openStudio = (): Studio => {
  const drawn = new Map<string, Promise<Buffer>>()

  const drawOnce = (story: Story, state: State): Promise<Buffer> => {
    const kind = pictureKindOf(story.remedy.code)
    const place = `${kind}-${hashOfText(story.seed) % placesPerKind}`
    const key = `${place}-${state}`
    const before = drawn.get(key)
    if (before) return before
    const device = inventedDevices[0]
    const picture = makeRoadPicture({
      ...{ seed: place, kind, state, device },
      lngLat: story.place.lngLat,
      takenAt: lightOf(place, state),
    })
    drawn.set(key, picture)
    return picture
  }

  /** One deed's photograph: somebody stood there, a little to the side, at that minute. */
  const photograph = async (story: Story, event: Event, state: State): Promise<Buffer> => {
    const base = await drawOnce(story, state)
    const own = seededRandom(`${story.seed} camera`)
    const now = seededRandom(`${story.seed} ${event.at}`)
    // stories share their drawings: each stands so far to the side, or so near, that nobody takes two for one place
    const share = own.between(0.58, 0.94)
    const width = Math.round(pictureWidth * share)
    const height = Math.round(pictureHeight * share)
    const left = Math.round((pictureWidth - width) * Math.min(1, Math.max(0, own.next() + now.gaussian(0, 0.06))))
    const top = Math.round((pictureHeight - height) * Math.min(1, Math.max(0, own.next() + now.gaussian(0, 0.06))))
    return sharp(base)
      .extract({ left, top, width, height })
      .linear(now.between(0.94, 1.06), now.between(-4, 4))
      .withExif(exifOf(notesOf(story, event)))
      .jpeg({ quality: 82 })
      .toBuffer()
  }
  return { prepare: (story, state) => void drawOnce(story, state), photograph }
}
