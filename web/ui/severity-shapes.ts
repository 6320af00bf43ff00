import type { MarkKind } from '../../server/domain/hazard-mark.ts'

export { type MarkKind, markOf } from '../../server/domain/hazard-mark.ts'

export type MarkPaint = 'red' | 'orange' | 'yellow' | 'blue' | 'none'

export interface Shape {
  /** On a field of 24 by 24. */
  readonly outline: string
  readonly fill: MarkPaint
  /** Lines drawn inside: on a colour in the inside ink, on paper in the line's own. */
  readonly inside: string
  readonly insideInk: 'inside' | 'line'
}

const circle = 'M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19Z'
const tick = 'M7.4 12.4l3.2 3.3 6.2-7'

/** Told apart without any colour: eight sides, three, four, a circle. The same paths serve lists, map and print. */
export const shapes: Readonly<Record<MarkKind, Shape>> = {
  major: {
    outline: 'M8.1 2.5h7.8l5.6 5.6v7.8l-5.6 5.6H8.1l-5.6-5.6V8.1Z',
    fill: 'red',
    inside: 'M6.8 12h10.4',
    insideInk: 'inside',
  },
  serious: {
    outline: 'M12 2.4L22.4 20.9H1.6Z',
    fill: 'orange',
    inside: 'M12 9.2v5M12 17v.6',
    insideInk: 'line',
  },
  minor: { outline: 'M12 1.8L22.2 12 12 22.2 1.8 12Z', fill: 'yellow', inside: 'M12 11.9v.2', insideInk: 'line' },
  cleared: { outline: circle, fill: 'blue', inside: tick, insideInk: 'inside' },
  'no-longer-watched': { outline: circle, fill: 'none', inside: tick, insideInk: 'line' },
  ungraded: {
    outline: circle,
    fill: 'none',
    inside: 'M9.2 9.6a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 2.1M12 16.9v.3',
    insideInk: 'line',
  },
  void: { outline: circle, fill: 'none', inside: 'M5.4 18.6L18.6 5.4', insideInk: 'line' },
}

export type MarkColours = Readonly<Record<MarkPaint | 'line' | 'inside' | 'ink', string>>

/** The colours as the page shows them now, light or dark; ask again when the scheme is switched. */
export const markColoursNow = (): MarkColours => {
  const style = getComputedStyle(document.documentElement)
  const value = (name: string): string => style.getPropertyValue(name).trim()
  return {
    red: value('--warn-red'),
    orange: value('--warn-orange'),
    yellow: value('--warn-yellow'),
    blue: value('--warn-blue'),
    none: value('--sheet'),
    line: value('--mark-line'),
    inside: value('--mark-inside'),
    ink: value('--ink'),
  }
}

/** The mark as pixels, for the map's sprites: `map.addImage(kind, markImage(kind, 22, ratio, colours), { pixelRatio })`. */
export const markImage = (kind: MarkKind, sizePixels: number, pixelRatio: number, colours: MarkColours): ImageData => {
  const canvas = document.createElement('canvas')
  const side = Math.round(sizePixels * pixelRatio)
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d')
  if (pen === null) return new ImageData(side, side)
  const shape = shapes[kind]
  const ink = shape.fill === 'none' ? colours.ink : colours.line
  // a halo of paper sets the mark off from roads and other marks beneath it
  const scale = side / 27
  pen.setTransform(scale, 0, 0, scale, 1.5 * scale, 1.5 * scale)
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  const outline = new Path2D(shape.outline)
  pen.lineWidth = 4.5
  pen.strokeStyle = colours.none
  pen.stroke(outline)
  pen.fillStyle = colours[shape.fill]
  pen.fill(outline)
  pen.lineWidth = 1.6
  pen.strokeStyle = ink
  pen.stroke(outline)
  pen.lineWidth = 2.4
  pen.strokeStyle = shape.insideInk === 'inside' ? colours.inside : ink
  pen.stroke(new Path2D(shape.inside))
  return pen.getImageData(0, 0, side, side)
}
