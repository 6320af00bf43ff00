/** A size in any one unit; both sides positive. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** How often something is turned by 90° clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3

export const turnedSize = ({ width, height }: Size, turns: QuarterTurns): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width }

const scaled = ({ width, height }: Size, by: number): Size => ({ width: width * by, height: height * by })

/** The largest of this shape that lies wholly within the box. */
export function fitWithin(picture: Size, box: Size): Size {
  return scaled(picture, Math.min(box.width / picture.width, box.height / picture.height))
}

const isUpright = ({ width, height }: Size): boolean => height > width

/** One was held upright, the other across: laid over each other they cannot be brought to match. */
export function crosswise(one: Size, other: Size): boolean {
  const square = one.width === one.height || other.width === other.height
  return !square && isUpright(one) !== isUpright(other)
}

/**
 * The size of an earlier photo laid over a frame so that both show the scene at one scale: by the longer edge, for a
 * lens gives every format of the sensor the same view along it (16:9 is 4:3 with strips cut off). What reaches beyond
 * the frame is not shown. A photo taken crosswise has no such scale and lies wholly within.
 */
export function layOver(photo: Size, frame: Size): Size {
  if (crosswise(photo, frame)) return fitWithin(photo, frame)
  const by = Math.max(frame.width, frame.height) / Math.max(photo.width, photo.height)
  return scaled(photo, by)
}

/** Zoom kept within what there is; steps of a tenth below 10. */
export function zoomWithin(wished: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(wished * 10) / 10))
}
