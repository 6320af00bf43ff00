import { promises as files } from 'node:fs'
import sharp from 'sharp'

/** Draws the app's icons from the drawing of favicon.svg: run once whenever that changes. */

const folder = new URL('../web/public/', import.meta.url)
const green = '#00655d'

const drawing = await files.readFile(new URL('favicon.svg', folder), 'utf8')
const inside = drawing.replace(/^.*?<\/title>/s, '').replace('</svg>', '')

/** On its own, with its corners, filling the square. */
const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inside}</svg>`
/** For systems that cut their own shape: colour to the edge, the drawing within the safe circle of 80 %. */
const cuttable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${green}"/><g transform="translate(6.4 6.4) scale(.68)">${inside}</g></svg>`

const draw = async (name: string, svg: string, sizePixels: number): Promise<void> => {
  const drawn = sharp(Buffer.from(svg), { density: (72 * sizePixels) / 40 }).resize(sizePixels, sizePixels)
  await drawn.png({ compressionLevel: 9, palette: true }).toFile(new URL(`icons/${name}.png`, folder).pathname)
}

await files.mkdir(new URL('icons/', folder), { recursive: true })
await draw('icon-192', whole, 192)
await draw('icon-512', whole, 512)
await draw('icon-maskable-512', cuttable, 512)
await draw('apple-touch-icon', cuttable, 180)
