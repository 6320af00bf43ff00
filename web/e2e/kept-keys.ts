import type { Page } from 'playwright-core'

/** The keys of every answer that is kept on this device. */
export const keptKeys = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open('luqing-field')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const keys = asked.result.transaction('answers').objectStore('answers').getAllKeys()
          keys.onsuccess = () => {
            asked.result.close()
            resolve(keys.result.map(String))
          }
        }
      }),
  )
