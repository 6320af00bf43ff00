import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { exifOf } from '../../scripts/demo-county/pictures/exif.ts'
import { trialSize } from '../../server/test-trial-size.ts'

export interface CardOnDisk {
  readonly folder: string
  /** Copied in one go: one with the camera's time and place, two that lost theirs on the way. */
  readonly copied: readonly string[]
  /** When and where each site was really photographed, first photo first. */
  readonly sites: readonly { readonly at: string; readonly lngLat: readonly [number, number] }[]
  remove(): void
}

export const sites = trialSize(40, 14)
export const photosEach = 5
/** The last four were taken with a camera that has no GPS and runs ahead, all others with one that has. */
export const sitesWithGps = sites - 4
/** Three minutes and twenty seconds. */
const canonAheadSeconds = 200

/** The photos of a day with a track beside them, and what else a card holds: a film, a copy, a photo cut short. */
export const cardOnDisk = async (dayStartMs: number): Promise<CardOnDisk> => {
  const folder = mkdtempSync(join(tmpdir(), 'luqing-card-'))
  const nikon = join(folder, 'DCIM', '100NIKON')
  const canon = join(folder, 'DCIM', '101CANON')
  for (const each of [nikon, canon]) mkdirSync(each, { recursive: true })
  const placeOf = (site: number): readonly [number, number] => [
    114.5 + (site % 8) * 0.002,
    29.02 + Math.floor(site / 8) * 0.002,
  ]
  const beganMs = (site: number): number => dayStartMs + site * 9 * 60_000
  for (let number = 0; number < sites * photosEach; number += 1) {
    const [site, nth] = [Math.floor(number / photosEach), number % photosEach]
    const hasGps = site < sitesWithGps
    const realMs = beganMs(site) + nth * 12_000
    const takenAt = new Date(realMs + (hasGps ? 0 : canonAheadSeconds * 1000)).toISOString()
    const device = hasGps
      ? { make: 'NIKON CORPORATION', model: 'NIKON D5300' }
      : { make: 'Canon', model: 'Canon EOS 90D' }
    const { IFD3, ...withoutGps } = exifOf({ lngLat: placeOf(site), takenAt, device })
    const background = { r: (number * 7) % 256, g: (number * 13) % 256, b: number }
    const bytes = await sharp({ create: { width: 96, height: 64, channels: 3, background } })
      .withExif(hasGps ? { ...withoutGps, ...(IFD3 && { IFD3 }) } : withoutGps)
      .jpeg()
      .toBuffer()
    const name = String(number + 1).padStart(4, '0')
    writeFileSync(join(hasGps ? nikon : canon, hasGps ? `DSC_${name}.JPG` : `IMG_${name}.JPG`), bytes)
    if (number === 3) writeFileSync(join(nikon, 'Z copy.JPG'), bytes)
    if (number === 4) writeFileSync(join(nikon, 'Z cut short.JPG'), bytes.subarray(0, bytes.length - 40))
  }
  writeFileSync(join(folder, 'MOV_0001.MOV'), 'no photo')
  const points = Array.from({ length: sites * 36 }, (_, step) => {
    const atMs = dayStartMs + step * 15_000
    const site = Math.min(sites - 1, Math.floor((atMs - dayStartMs) / (9 * 60_000)))
    const [lng, lat] = placeOf(site)
    return `<trkpt lat="${lat}" lon="${lng}"><time>${new Date(atMs).toISOString()}</time></trkpt>`
  })
  writeFileSync(
    join(folder, 'day.gpx'),
    `<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`,
  )
  const bare = (green: number) =>
    sharp({ create: { width: 96, height: 64, channels: 3, background: { r: 9, g: green, b: 9 } } })
  const whole = exifOf({
    lngLat: placeOf(0),
    takenAt: new Date(dayStartMs).toISOString(),
    device: { make: 'Canon', model: 'Canon EOS 90D' },
  })
  const elsewhere = mkdtempSync(join(tmpdir(), 'luqing-copied-'))
  const copied = ['with.jpg', 'without-1.jpg', 'without-2.jpg'].map((name) => join(elsewhere, name))
  for (const [nth, path] of copied.entries()) {
    const picture = nth === 0 ? bare(nth).withExif(whole) : bare(nth)
    writeFileSync(path, await picture.jpeg().toBuffer())
  }
  return {
    folder,
    copied,
    sites: Array.from({ length: sites }, (_, site) => ({
      at: new Date(beganMs(site)).toISOString(),
      lngLat: placeOf(site),
    })),
    remove: () => {
      for (const each of [folder, elsewhere]) rmSync(each, { recursive: true, force: true })
    },
  }
}
