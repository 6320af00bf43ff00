import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import sharp from 'sharp'

/** Small, for the map is drawn without a graphics card here; and still, for a glide is no part of what is tried. */
export const smallDesk: BrowserContextOptions = { viewport: { width: 1000, height: 620 }, reducedMotion: 'reduce' }

/** A busy machine is waited for: drawn by software, a picture may take seconds. */
export const patient = { timeout: 25_000, interval: 250 }

export const sheet = (page: Page): Locator => page.locator('.map-canvas')

/** Until everything asked for is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.locator('.map-canvas[data-map="idle"]').waitFor({ timeout: 90_000 })

/** The middle of the sheet on the desk, where the place of an address lies. */
export const middleOf = async (page: Page): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await sheet(page).boundingBox()
  if (box === null) throw new Error('there is no map on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Where on the page a place lies, by the view that the address names once the map rests. */
export const pixelOf = async (page: Page, [longitude, latitude]: readonly [number, number]) => {
  const { x, y } = await middleOf(page)
  const [lng = 0, lat = 0, zoom = 0] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number)
  const worldPixels = 512 * 2 ** zoom
  const north = (degrees: number): number => Math.asinh(Math.tan((degrees * Math.PI) / 180)) / (2 * Math.PI)
  return {
    x: x + ((longitude - lng) / 360) * worldPixels,
    y: y - (north(latitude) - north(lat)) * worldPixels,
  }
}

export interface Square {
  readonly x: number
  readonly y: number
  /** Half its edge. */
  readonly pixels: number
}

type Colour = readonly [red: number, green: number, blue: number]

export const colourOf = (hex: string): Colour => {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** A token of the page's own palette, as it is now. */
export const tokenOf = async (page: Page, name: string): Promise<Colour> =>
  colourOf(
    await page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token).trim(), name),
  )

/** The share of a square of the page that is of one colour, give or take so much in each of red, green and blue. */
export const shareOf = async (page: Page, { x, y, pixels }: Square, colour: Colour, give = 14): Promise<number> => {
  const clip = { x: x - pixels, y: y - pixels, width: 2 * pixels, height: 2 * pixels }
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let like = 0
  for (let at = 0; at < data.length; at += info.channels)
    if (colour.every((part, i) => Math.abs((data[at + i] ?? 0) - part) <= give)) like++
  return (like * info.channels) / data.length
}
