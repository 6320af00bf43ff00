import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { TestCounty } from '../../server/test-county.ts'
import { picture } from './field-device.ts'

export interface FieldCapture {
  readonly number: number
  readonly sha256: readonly string[]
  /** `kept` was said; `unsure`: the browser ended before it was or was not. */
  fate: 'kept' | 'unsure'
}

export const photosEach = 3

/** On the capture page: three photos chosen, a category, saved; resolves once the page says that it is kept. */
export const capture = async (
  page: Page,
  number: number,
  made: FieldCapture[],
  size: 'mixed' | 'field' = 'mixed',
): Promise<void> => {
  const photos = await Promise.all(
    Array.from({ length: photosEach }, (_, i) =>
      picture(`${number}-${i}`, size === 'field' ? 'field' : number % 4 === 0 && i === 0 ? 'wide' : 'small'),
    ),
  )
  const sha256 = photos.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex'))
  const own: FieldCapture = { number, sha256, fate: 'unsure' }
  made.push(own)
  await page.locator('input[type=file][multiple]').setInputFiles(photos)
  await page
    .locator('.shots-row li')
    .nth(photosEach - 1)
    .waitFor()
  await save(page)
  own.fate = 'kept'
}

/** A category and the button; the note over the page is the promise that it is kept. */
export const save = async (page: Page): Promise<void> => {
  await page.locator('.capture-category').first().click()
  await page.locator('.capture-save-button:enabled').click()
  await page.locator('.saved-note').waitFor()
}

/** After a flat battery the page opens with the photos that were taken and not saved, or without any. */
export const finishWhatWasLeft = async (page: Page, made: FieldCapture[]): Promise<void> => {
  await page.locator('.capture-category').first().waitFor()
  // what is left has been looked for once a photo can be chosen
  await page.locator('input[type=file][multiple]').waitFor({ state: 'attached' })
  const left = await page.locator('.shots-row li').count()
  if (left === 0) return
  await save(page)
  const last = made.at(-1)
  // photos that were not put down before the battery went are gone with it: nothing was said of them
  if (last && left === photosEach) last.fate = 'kept'
}

export interface OnServer {
  readonly hazards: number
  readonly promisesOpen: number
  /** Captures that were said to be kept, and are there with all their photos, once, in their order. */
  readonly whole: number
  readonly faults: readonly string[]
}

/** What the server has of them, read from its tables. */
export const onServer = async (county: TestCounty, made: readonly FieldCapture[]): Promise<OnServer> => {
  const { q, t } = county.world.db
  const hazards = await q.select().from(t.hazards)
  const photos = await q.select().from(t.hazardPhotos)
  const promises = await q.select().from(t.photoPromises)
  const entries = await q.select().from(t.journal)
  const placesOf = new Map<string, { hazardId: string; position: number }[]>()
  for (const { sha256, copySha256, hazardId, position } of photos)
    for (const hash of new Set([sha256, copySha256]))
      if (hash !== null) placesOf.set(hash, [...(placesOf.get(hash) ?? []), { hazardId, position }])
  // a photo of which only the copy is here is known by the original that its promise names
  for (const { sha256, photoId, part, fulfilledAt } of promises) {
    const photo = photos.find(({ id }) => id === photoId)
    if (part === 'original' && fulfilledAt === null && photo)
      placesOf.set(sha256, [...(placesOf.get(sha256) ?? []), { hazardId: photo.hazardId, position: photo.position }])
  }
  const faults: string[] = []
  let whole = 0
  for (const { number, sha256, fate } of made) {
    const places = sha256.map((hash) => placesOf.get(hash) ?? [])
    if (places.some((each) => each.length > 1)) faults.push(`capture ${number}: a photo is there twice`)
    const found = places.flat()
    const inOrder = found.every(({ position }, i) => position === i)
    const together = new Set(found.map(({ hazardId }) => hazardId)).size === 1
    if (found.length === photosEach && inOrder && together) {
      if (fate === 'kept') whole++
    } else if (fate === 'kept') faults.push(`capture ${number}: ${found.length} photos, order ${JSON.stringify(found)}`)
  }
  const order = ['hazard-reported', 'team-dispatched', 'scene-photo-added', 'scene-completed']
  for (const { id, shortCode } of hazards) {
    const kinds = entries.filter(({ subjectId }) => subjectId === id).map(({ kind }) => order.indexOf(kind))
    if (kinds.some((rank, i) => i > 0 && rank < (kinds[i - 1] ?? 0))) faults.push(`${shortCode}: steps out of order`)
    if (kinds.filter((rank) => rank === 0).length !== 1) faults.push(`${shortCode}: reported more than once`)
  }
  const waiting = new Set(promises.filter(({ fulfilledAt }) => fulfilledAt === null).map(({ photoId }) => photoId))
  const arrived = new Set(photos.map(({ id }) => id))
  const promisesOpen = [...waiting].filter((id) => !arrived.has(id)).length
  return { hazards: hazards.length, promisesOpen, whole, faults }
}
