import type { FeatureCollection } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import type { LngLat } from '../../server/domain/distance.ts'

/** `draw`: the next stroke goes round hazards. `rest`: the map is moved, and only with Shift a box is drawn. */
export type Pen = 'away' | 'rest' | 'draw'

type Pixel = readonly [x: number, y: number]

/** Less than this from the last corner is no new one; a stroke shorter than this is a tap. */
const cornerPixels = 4
const leastStrokePixels = 16
/** A stroke that ends where it began is followed by a click that is none. */
const clickAfterMs = 300

/** Draws a line round hazards with mouse, pen or finger, or a box with Shift held; a second finger leaves it to the map. */
export const lassoPen = (
  map: MapLibre,
  { draw, drawn }: { draw: (line: FeatureCollection) => void; drawn: (ring: LngLat[]) => void },
) => {
  const ground = map.getCanvasContainer()
  let pen: Pen = 'away'
  let drawnAtMs = Number.NEGATIVE_INFINITY
  let stroke: { readonly pointer: number; readonly box: boolean; corners: Pixel[] } | null = null

  const pixelOf = ({ clientX, clientY }: PointerEvent): Pixel => {
    const { left, top } = ground.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  const ringOf = (corners: readonly Pixel[]): LngLat[] =>
    corners.map(([x, y]) => {
      const { lng, lat } = map.unproject([x, y])
      return [lng, lat]
    })
  const show = (): void => {
    const ring = stroke === null ? [] : ringOf(stroke.corners)
    const [first] = ring
    const coordinates = [[...ring, ...(first ? [first] : [])].map(([lng, lat]) => [lng, lat])]
    const drawing = ring.length > 1
    draw({
      type: 'FeatureCollection',
      features: drawing ? [{ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: {} }] : [],
    })
  }
  const end = (): void => {
    stroke = null
    map.dragPan.enable()
    show()
  }
  const down = (event: PointerEvent): void => {
    if (stroke !== null) {
      end()
      return
    }
    const box = event.shiftKey
    if (pen === 'away' || (pen === 'rest' && !box) || !event.isPrimary || event.button !== 0) return
    stroke = { pointer: event.pointerId, box, corners: [pixelOf(event)] }
    map.dragPan.disable()
    ground.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    if (stroke === null || event.pointerId !== stroke.pointer) return
    const here = pixelOf(event)
    const [start = here] = stroke.corners
    const last = stroke.corners.at(-1) ?? here
    if (Math.hypot(here[0] - last[0], here[1] - last[1]) < cornerPixels) return
    stroke.corners = stroke.box ? [start, [here[0], start[1]], here, [start[0], here[1]]] : [...stroke.corners, here]
    show()
  }
  const up = (event: PointerEvent): void => {
    if (stroke === null || event.pointerId !== stroke.pointer) return
    const { corners } = stroke
    const [start] = corners
    const length = Math.max(...corners.map(([x, y]) => (start ? Math.hypot(x - start[0], y - start[1]) : 0)))
    const ring = length < leastStrokePixels ? [] : ringOf(corners)
    end()
    if (ring.length < 3) return
    drawnAtMs = performance.now()
    drawn(ring)
  }
  const listeners = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', () => stroke !== null && end()],
  ] as const
  for (const [kind, listener] of listeners) ground.addEventListener(kind, listener)
  return {
    hold: (next: Pen): void => {
      pen = next
      if (stroke !== null) end()
      if (next === 'away') map.boxZoom.enable()
      else map.boxZoom.disable()
      map.getCanvas().style.cursor = next === 'draw' ? 'crosshair' : ''
    },
    justDrawn: (): boolean => performance.now() - drawnAtMs < clickAfterMs,
    /** Held to draw, the pointer keeps its cross over marks too. */
    cursor: (over: 'mark' | 'ground'): string => (pen === 'draw' ? 'crosshair' : over === 'mark' ? 'pointer' : ''),
  }
}
