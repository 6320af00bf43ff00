import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisterPage } from '../../server/register/wire.ts'
import { walkIn } from '../../server/test-walk.ts'
import { openStage, type Stage } from './acting.ts'
import { button, inTime, photosPutDown } from './capture-page.ts'
import { roadPhotos } from './road-photos.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const shots = (page: Page) => page.locator('.shots-row li')

/** One photo chosen and put down, none of it saved. */
const begun = async (): Promise<Page> => {
  const { page } = await stage.enter('squad1', { path: '/capture' })
  const album = page.locator('input[type=file][multiple]')
  await album.waitFor({ state: 'attached' })
  await album.setInputFiles(await roadPhotos(1))
  await shots(page).first().waitFor()
  await expect.poll(() => photosPutDown(page)).toBe(1)
  return page
}

test('a capture that was not saved waits for its author however long, while other drafts are swept', async () => {
  const page = await begun()
  // as after weeks in a drawer, for the second time
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('luqing-drafts')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const tx = database.transaction(['photos', 'words'], 'readwrite')
          const old = { goesAtMs: 1, spared: true }
          for (const name of ['photos', 'words']) {
            const store = tx.objectStore(name)
            store.openCursor().onsuccess = ({ target }) => {
              const cursor = target instanceof IDBRequest ? target.result : null
              if (cursor === null) return
              if (name === 'photos' && cursor.value.id !== 'other')
                store.put({ ...cursor.value, ...old, id: 'other', draft: 'of a dialog' })
              if (cursor.value.id !== 'other') cursor.update({ ...cursor.value, ...old })
              cursor.continue()
            }
          }
          tx.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
  )
  expect(await photosPutDown(page)).toBe(2)
  await page.reload()
  await shots(page).first().waitFor()
  await expect.poll(() => photosPutDown(page)).toBe(1)
  await page.reload()
  await shots(page).first().waitFor()
})

test('a capture that an earlier version put down in a place of its own is found and taken over', async () => {
  const page = await begun()
  // the same capture as that version sealed it, under the key that lies on the device
  await page.evaluate(async () => {
    const done = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const opened = (name: string) => done(indexedDB.open(name))
    const keys = (await opened('luqing-outbox')).transaction('keys').objectStore('keys')
    const [person] = await done(keys.getAllKeys())
    const [key] = await done(keys.getAll())
    const how = (context: string, iv: Uint8Array<ArrayBuffer>) => ({
      ...{ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context) },
    })
    type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }
    const moved = async ({ iv, bytes }: Sealed, from: string, to: string): Promise<Sealed> => {
      const plain = await crypto.subtle.decrypt(how(from, iv), key, bytes)
      return { iv, bytes: await crypto.subtle.encrypt(how(to, iv), key, plain) }
    }
    const drafts = await opened('luqing-drafts')
    const [words] = await done(drafts.transaction('words').objectStore('words').getAll())
    const [photo] = await done(drafts.transaction('photos').objectStore('photos').getAll())
    const draft = await moved(words.sealed, `words ${person} capture`, `draft ${person}`)
    const hazardId = JSON.parse(
      new TextDecoder().decode(await crypto.subtle.decrypt(how(`draft ${person}`, draft.iv), key, draft.bytes)),
    ).hazardId
    const shot = {
      ...{ id: photo.id, person, hazardId, type: photo.type },
      facts: await moved(photo.facts, `facts ${person} ${photo.id}`, `shot ${photo.id}`),
      sealed: await moved(photo.sealed, `bytes ${person} ${photo.id}`, `bytes ${photo.id}`),
    }
    const making = indexedDB.open('luqing-capture', 1)
    making.onupgradeneeded = () => {
      making.result.createObjectStore('drafts', { keyPath: 'person' })
      making.result.createObjectStore('shots', { keyPath: 'id' }).createIndex('person', 'person')
    }
    const former = await done(making)
    const tx = former.transaction(['drafts', 'shots'], 'readwrite')
    tx.objectStore('drafts').put({ person, sealed: draft })
    tx.objectStore('shots').put(shot)
    await new Promise((resolve) => {
      tx.oncomplete = resolve
    })
    former.close()
    const gone = drafts.transaction(['words', 'photos'], 'readwrite')
    gone.objectStore('words').clear()
    gone.objectStore('photos').clear()
    await new Promise((resolve) => {
      gone.oncomplete = resolve
    })
    drafts.close()
  })
  await page.reload()
  await shots(page).first().waitFor()
  await expect.poll(() => photosPutDown(page)).toBe(1)
  // once, and from then on where the others are
  const left = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  await expect.poll(left).not.toContain('luqing-capture')
  await page.reload()
  await shots(page).first().waitFor()
})

test('a capture open in two tabs is kept by one of them; what the other adds becomes a report of its own', async () => {
  const one = await begun()
  const other = await one.context().newPage()
  await other.goto(`${stage.county.address}/capture`)
  await shots(other).first().waitFor()
  await button(other, '坑槽/破损/沉陷').click()
  await button(other, '保存').click()
  await other.getByText('已存在本机').or(other.getByText('都已送达')).first().waitFor(inTime)

  // here nothing of it is left: it would be saved a second time, or said to be
  await shots(one).first().waitFor({ state: 'detached' })
  const [, second] = await roadPhotos(2)
  if (second === undefined) throw new Error('no second photo')
  await one.locator('input[type=file][multiple]').setInputFiles(second)
  await shots(one).first().waitFor()
  await button(one, '支路缺减速带').click()
  await button(one, '保存').click()
  await shots(one).first().waitFor({ state: 'detached' })
  const squad = await walkIn(stage.county).as('squad1')
  const onFile = async () => {
    const { hazards } = RegisterPage.parse((await squad.get('/api/hazards')).body)
    return hazards.map(({ code }) => code).sort()
  }
  await expect.poll(onFile, inTime).toEqual(['A05', 'E01'])
  await expect.poll(() => photosPutDown(one)).toBe(0)
})
