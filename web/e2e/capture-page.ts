import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { RegisterPage } from '../../server/register/wire.ts'
import type { Stage } from './acting.ts'
import { phone, type Reader } from './browser.ts'
import { save } from './field-captures.ts'
import { roadPhotos } from './road-photos.ts'

/** A busy machine is waited for. */
export const inTime = { timeout: 40_000 }

/** On the only road of the test county, in 义宁镇, whose chief is 陈镇长. */
export const onRoad = (metresEast: number) => ({
  longitude: 114.55 + metresEast / 97_300,
  latitude: 29.05,
  accuracy: 6,
})

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const shutter = (page: Page): Locator => button(page, '拍照')

/** A squad's phone before the viewfinder, its field book in its pocket. */
export const inTheField = (stage: Stage, metresEast: number, leave = ['geolocation', 'camera']): Promise<Reader> => {
  const device = { ...phone, permissions: leave, geolocation: onRoad(metresEast) }
  return stage.enter('squad1', { device, path: '/capture' })
}

export const cameraStands = async (page: Page): Promise<void> => {
  await expect.poll(() => shutter(page).getAttribute('aria-disabled'), inTime).toBe('false')
}
/** The camera stands, and it is known where. */
export const readyToShoot = async (page: Page): Promise<void> => {
  await cameraStands(page)
  await page.locator('.stage-place').getByText('义宁镇').waitFor(inTime)
}

/** Runs in the page. */
const rowsPutDown = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('luqing-drafts')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('photos').objectStore('photos').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result)
      }
    }
  })

/** How many photos of drafts lie on the phone. */
export const photosPutDown = (page: Page): Promise<number> => page.evaluate(rowsPutDown)

/** On the camera's page, by squad1: one photo, a category, saved; the hazard's id, once the server has it. */
export const reportFromAlbum = async (stage: Stage, page: Page): Promise<string> => {
  const album = page.locator('input[type=file][multiple]')
  await album.waitFor({ state: 'attached' })
  await album.setInputFiles(await roadPhotos(1))
  await page.locator('.shots-row li').first().waitFor()
  await save(page)
  const code = await page.locator('.saved-note .code').innerText()
  const squad = await stage.county.as('squad1')
  let id: string | undefined
  await expect
    .poll(async () => {
      const { hazards } = RegisterPage.parse((await squad.get('/api/hazards?limit=100')).body)
      id = hazards.find(({ shortCode }) => shortCode === code)?.id
      return id
    }, inTime)
    .toBeDefined()
  return id ?? ''
}
