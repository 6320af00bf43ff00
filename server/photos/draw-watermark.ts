import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { type Coverage, coverageOf, missingFrom } from '../notices/pdf/font-coverage.ts'
import { oneLine } from '../notices/printable.ts'
import type { Pixels } from './decode-picture.ts'

/** Semi-bold: the thin strokes of a serif are lost on a photo. The font comes with the product, none of the system's. */
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
const fontfile = join(folder, '600SemiBold', 'NotoSerifSC_600SemiBold.ttf')
const fontName = 'Noto Serif SC SemiBold'

/** Of the short side, and of the long one for panoramas; on paper, 72 mm wide, that is some 5.5 points. */
const ofShortSide = 0.034
const ofLongSide = 0.02
const leastFontPixels = 16
/** Narrower than this, a line of coordinates would be broken into shreds: the paper is made wider than the photo. */
const leastWidthPixels = 480
/** A band that would hide more of the photo than this is put below it instead. */
const mostHidden = 0.3

/** Over white this leaves a grey of 97: white letters stand out from it 6 to 1. */
const overPhoto = { r: 0, g: 0, b: 0, alpha: 0.62 }
const paper = '#1b1b1b'

let coverage: Coverage | null = null

/** A character that the font lacks, by its number: a box or a gap would say nothing. */
const named = (sign: string): string =>
  `〔U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`

const printableSigns = (line: string): string => {
  coverage ??= coverageOf(fontfile)
  const plain = oneLine(line).normalize('NFC')
  const missing = new Set(missingFrom(coverage, plain))
  return Array.from(plain, (sign) => (missing.has(sign) ? named(sign) : sign)).join('')
}

const asMarkup = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;')

/** The words of a mark as they will stand on the picture, with what the font lacks named. */
export const wordsOfMark = (lines: readonly string[]): string[] =>
  lines.map(printableSigns).filter((line) => line.trim() !== '')

const textPixels = async (words: readonly string[], fontPixels: number, width: number) => {
  const [head = '', ...rest] = words.map(asMarkup)
  const markup = [`<span size="112%">${head}</span>`, ...rest].join('\n')
  const { data, info } = await sharp({
    text: {
      // at 72 dots per inch a point is a pixel
      ...{ text: `<span foreground="#ffffff">${markup}</span>`, font: `${fontName} ${fontPixels}`, fontfile, width },
      ...{ rgba: true, dpi: 72, wrap: 'word-char' },
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: { width: info.width, height: info.height, channels: 4 } } as const
}

/**
 * The picture with these lines along its lower edge, light on a dark translucent band, or below it where they would
 * hide too much of it. The pixels given are left as they are; without lines they come back themselves.
 */
export const drawWatermark = async (picture: Pixels, lines: readonly string[]): Promise<Pixels> => {
  const words = wordsOfMark(lines)
  if (words.length === 0) return picture
  const { width, height } = picture
  const wide = Math.max(width, leastWidthPixels)
  const [shortSide, longSide] = [Math.min(width, height), Math.max(width, height)]
  const fontPixels = Math.round(Math.max(shortSide * ofShortSide, longSide * ofLongSide, leastFontPixels))
  const edge = Math.round(fontPixels * 0.7)
  const text = await textPixels(words, fontPixels, wide - 2 * edge)
  const bandHeight = text.raw.height + 2 * edge
  const below = wide > width || bandHeight > height * mostHidden
  const tall = below ? height + bandHeight : height
  const top = tall - bandHeight
  const band = { create: { width: wide, height: bandHeight, channels: 4, background: overPhoto } } as const
  const side = Math.floor((wide - width) / 2)
  const { data, info } = await sharp(picture.data, { raw: { width, height, channels: 3 } })
    .extend({ ...{ bottom: tall - height, left: side, right: wide - width - side }, background: paper })
    .composite([...(below ? [] : [{ input: band, left: 0, top }]), { ...text, left: edge, top: top + edge }])
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
