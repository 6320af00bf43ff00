import { existsSync, readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'

const shared = new URL('../../../shared/data/photos_demo/', import.meta.url)

export interface PickedPhoto {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const fileOf = (name: string, text: string): PickedPhoto => ({
  ...{ name, mimeType: 'image/jpeg', buffer: Buffer.from(text, 'latin1') },
})

/** What lies in albums beside photos, and bears a photo's name. */
export const noPhotos: readonly PickedPhoto[] = [
  fileOf('notes.jpg', 'what was said at the meeting'),
  fileOf('empty.jpg', ''),
  fileOf('noise.jpg', '\x8f\x02\x11\xa7\x5c\x90\x13\x42'.repeat(40)),
]

/** Road photos of the shared folder, or drawn ones where it is absent; each test run takes the same ones. */
export const roadPhotos = async (count: number): Promise<PickedPhoto[]> => {
  if (existsSync(shared)) {
    const names = readdirSync(shared).filter((name) => name.endsWith('.jpg'))
    return names
      .sort()
      .slice(0, count)
      .map((name) => ({ name, mimeType: 'image/jpeg', buffer: readFileSync(new URL(name, shared)) }))
  }
  return Promise.all(
    Array.from({ length: count }, async (_, i) => ({
      ...{ name: `road-${i}.jpg`, mimeType: 'image/jpeg' },
      buffer: await sharp({
        create: { width: 1200, height: 900, channels: 3, background: { r: 60 + 40 * i, g: 110, b: 90 } },
      })
        .jpeg()
        .toBuffer(),
    })),
  )
}
