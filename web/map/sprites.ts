import { crossPath, halfCrossPath } from '../junctions/junction-shape.ts'
import { type MarkColours, type MarkKind, markImage, shapes } from '../ui/severity-shapes.ts'
import type { Palette } from './layers/palette.ts'
import { marksByRank } from './marked-points.ts'

/** A picture as maplibre takes it: pixels, their ratio, and for plates the part that stretches around the number. */
export interface Sprite {
  readonly data: ImageData
  readonly pixelRatio: number
  readonly stretchX?: [number, number][]
  readonly stretchY?: [number, number][]
  readonly content?: [number, number, number, number]
}

export interface Inks {
  readonly palette: Palette
  readonly marks: MarkColours
  readonly pixelRatio: number
}

const markPixels = 24
const ringPixels = 34
const plateHeight = 26

const penOn = (width: number, height: number, pixelRatio: number): CanvasRenderingContext2D => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * pixelRatio)
  canvas.height = Math.round(height * pixelRatio)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('the browser draws no pictures')
  pen.scale(pixelRatio, pixelRatio)
  return pen
}

/** A box with round corners, as a path: the canvas's own way to draw one is too new for the phones. */
const box = (x: number, y: number, width: number, height: number, radius: number): Path2D => {
  const [across, down, r] = [width - 2 * radius, height - 2 * radius, radius]
  return new Path2D(
    `M${x + r} ${y}h${across}a${r} ${r} 0 0 1 ${r} ${r}v${down}a${r} ${r} 0 0 1 ${-r} ${r}` +
      `h${-across}a${r} ${r} 0 0 1 ${-r} ${-r}v${-down}a${r} ${r} 0 0 1 ${r} ${-r}Z`,
  )
}

const pixelsOf = (pen: CanvasRenderingContext2D): ImageData =>
  pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height)

const drawMark = (pen: CanvasRenderingContext2D, kind: MarkKind, at: number, side: number, inks: Inks): void => {
  const image = markImage(kind, side, inks.pixelRatio, inks.marks)
  const mark = penOn(side, side, inks.pixelRatio)
  mark.putImageData(image, 0, 0)
  pen.drawImage(mark.canvas, at, at, side, side)
}

/** Overdue: the mark's own outline once more around it, heavy and dark. */
const ringed = (kind: MarkKind, inks: Inks): ImageData => {
  const pen = penOn(ringPixels, ringPixels, inks.pixelRatio)
  const outline = new Path2D(shapes[kind].outline)
  const scale = (markPixels / 27) * 1.04
  pen.save()
  pen.translate(ringPixels / 2 - 12 * scale, ringPixels / 2 - 12 * scale)
  pen.scale(scale, scale)
  pen.lineJoin = 'round'
  for (const [width, ink] of [
    [12.4, inks.palette.land],
    [10.2, inks.palette.plateInk],
    [5, inks.palette.land],
  ] as const) {
    pen.lineWidth = width
    pen.strokeStyle = ink
    pen.stroke(outline)
  }
  pen.restore()
  drawMark(pen, kind, (ringPixels - markPixels) / 2, markPixels, inks)
  return pixelsOf(pen)
}

/** A plate like those by the road: the worst mark at its left, room for the number at its right. */
const plate = (kind: MarkKind, overdue: boolean, inks: Inks): Sprite => {
  const { palette, pixelRatio } = inks
  const width = 46
  const edge = overdue ? 2.4 : 1
  const pen = penOn(width, plateHeight, pixelRatio)
  pen.fillStyle = palette.land
  pen.fill(box(0, 0, width, plateHeight, 4))
  const frame = box(1 + edge / 2, 1 + edge / 2, width - 2 - edge, plateHeight - 2 - edge, 3)
  pen.fillStyle = palette.plate
  pen.fill(frame)
  pen.lineWidth = edge
  pen.strokeStyle = palette.plateInk
  pen.stroke(frame)
  drawMark(pen, kind, 3.5, 19, inks)
  return {
    data: pixelsOf(pen),
    pixelRatio,
    stretchX: [[30 * pixelRatio, 38 * pixelRatio]],
    stretchY: [[12 * pixelRatio, 14 * pixelRatio]],
    content: [25 * pixelRatio, 5 * pixelRatio, 40 * pixelRatio, 21 * pixelRatio],
  }
}

const shield = (form: string, { palette, pixelRatio }: Inks): Sprite => {
  const side = 14
  const pen = penOn(side, side, pixelRatio)
  const edge = form === 'local' ? 0.75 : 1.25
  const frame = box(edge / 2, edge / 2, side - edge, side - edge, 2)
  pen.fillStyle = form === 'trunk' ? palette.plateInk : palette.plate
  pen.fill(frame)
  pen.lineWidth = edge
  pen.strokeStyle = form === 'local' ? palette.townshipLine : palette.plateInk
  pen.stroke(frame)
  const middle: [number, number][] = [[5 * pixelRatio, 9 * pixelRatio]]
  const content: Sprite['content'] = [2 * pixelRatio, 2 * pixelRatio, 12 * pixelRatio, 12 * pixelRatio]
  return { data: pixelsOf(pen), pixelRatio, stretchX: middle, stretchY: middle, content }
}

/** 文 in a frame: how a school stands on the maps of the country. */
const school = ({ palette, pixelRatio }: Inks): Sprite => {
  const side = 15
  const pen = penOn(side, side, pixelRatio)
  pen.fillStyle = palette.land
  pen.fillRect(0, 0, side, side)
  pen.strokeStyle = palette.quietName
  pen.strokeRect(1, 1, side - 2, side - 2)
  pen.lineWidth = 1.2
  pen.lineCap = 'round'
  pen.stroke(new Path2D('M7.5 3.2v1.4M3.8 5.6h7.4M10 5.8c-.8 3-2.8 5-6 6M5 5.8c.8 3 2.8 5 6 6'))
  return { data: pixelsOf(pen), pixelRatio }
}

/** A crossroads seen from above; see web/junctions/junction-mark.tsx, which draws the same in lists. */
const junction = (age: string, { palette, pixelRatio }: Inks): Sprite => {
  const side = 20
  const pen = penOn(side, side, pixelRatio)
  const [ring, cross] = [new Path2D('M10 1a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z'), new Path2D(crossPath)]
  pen.lineWidth = 1.3
  pen.strokeStyle = palette.name
  pen.fillStyle = palette.land
  if (age === 'never') {
    pen.fill(ring)
    pen.stroke(ring)
  }
  pen.fill(cross)
  pen.fillStyle = palette.name
  if (age === 'recent') pen.fill(cross)
  if (age === 'long-ago') pen.fill(new Path2D(halfCrossPath))
  pen.stroke(cross)
  return { data: pixelsOf(pen), pixelRatio }
}

/** The disc of a stop's number. */
const stop = ({ palette, pixelRatio }: Inks): Sprite => {
  const side = 24
  const pen = penOn(side, side, pixelRatio)
  const disc = new Path2D(`M${side / 2} 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22Z`)
  pen.fillStyle = palette.chosen
  pen.fill(disc)
  pen.lineWidth = 2
  pen.strokeStyle = palette.land
  pen.stroke(disc)
  return { data: pixelsOf(pen), pixelRatio, content: [0, 5 * pixelRatio, side * pixelRatio, 19 * pixelRatio] }
}

/** A small hill seen from the side. */
const peak = ({ palette, pixelRatio }: Inks): Sprite => {
  const side = 9
  const pen = penOn(side, side, pixelRatio)
  pen.fillStyle = palette.quietName
  pen.fill(new Path2D('M4.5 1.2L8 7.6H1Z'))
  return { data: pixelsOf(pen), pixelRatio }
}

/** Falling lines as on a section drawing: here the county ends. */
const hatch = ({ palette, pixelRatio }: Inks): Sprite => {
  const side = 7
  const pen = penOn(side, side, pixelRatio)
  pen.strokeStyle = palette.hatch
  pen.lineWidth = 0.7
  pen.stroke(new Path2D(`M-1 1L1 -1M-1 ${side + 1}L${side + 1} -1M${side - 1} ${side + 1}L${side + 1} ${side - 1}`))
  return { data: pixelsOf(pen), pixelRatio }
}

/** Draws the sprite that a layer names; null for a name nobody has given. */
export const spriteNamed = (name: string, inks: Inks): Sprite | null => {
  if (name === 'hatch') return hatch(inks)
  if (name === 'peak') return peak(inks)
  if (name === 'stop') return stop(inks)
  if (name === 'school') return school(inks)
  if (name.startsWith('junction-')) return junction(name.slice('junction-'.length), inks)
  const [, family = '', form = ''] = /^(mark|plate|shield)-(.+)$/.exec(name) ?? []
  if (family === 'shield') return shield(form, inks)
  const kind = marksByRank.find((each) => form === each || form === `${each}-overdue`)
  if (kind === undefined) return null
  const overdue = form.endsWith('-overdue')
  if (family === 'plate') return plate(kind, overdue, inks)
  const data = overdue ? ringed(kind, inks) : markImage(kind, markPixels, inks.pixelRatio, inks.marks)
  return { data, pixelRatio: inks.pixelRatio }
}
