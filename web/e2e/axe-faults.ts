import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong with the page, or with a part of it, in light and in dark; empty where nothing is. It runs in the
 * page itself, which has no frames, and tells of faults alone: a second page for each run took four times as long.
 */
export const faultsSeenByAxe = async (page: Page, part?: string): Promise<string[]> => {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // colours that are still on their way from one scheme to the other are nobody's colours
    await page.waitForFunction((wanted) => {
      const now = document.documentElement.getAttribute('data-mantine-color-scheme')
      const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      return (now === null || now === wanted) && ending.every(({ playState }) => playState !== 'running')
    }, colorScheme)
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
    for (const { id, nodes } of violations) faults.push([colorScheme, id, ...nodes.map(({ html }) => html)].join(' '))
  }
  await page.emulateMedia({ colorScheme: null })
  return faults
}
