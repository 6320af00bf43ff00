import type { TrackPoint } from '../../server/domain/gpx-track.ts'

/** Three days of a fix each second, with all that devices write beside it; more would stop the page while it is read. */
export const mostGpxBytes = 30e6

const numberIn = (element: Element, name: string): number => {
  const text = element.getAttribute(name)
  return text === null || text.trim() === '' ? Number.NaN : Number(text)
}

const isPoint = ({ lngLat: [lng, lat], atMs }: TrackPoint): boolean =>
  Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && Number.isFinite(atMs)

/** The timed points of a GPX file; null for what is no GPX. Points without a time say nothing about a photo. */
export const pointsOfGpx = (text: string, parser: Pick<DOMParser, 'parseFromString'>): TrackPoint[] | null => {
  let gpx: Document
  try {
    gpx = parser.parseFromString(text, 'application/xml')
  } catch {
    return null
  }
  if (gpx.documentElement?.localName !== 'gpx') return null
  const points: TrackPoint[] = []
  for (const point of Array.from(gpx.getElementsByTagNameNS('*', 'trkpt'))) {
    const time = Array.from(point.getElementsByTagNameNS('*', 'time'))[0]?.textContent ?? ''
    const lngLat = [numberIn(point, 'lon'), numberIn(point, 'lat')] as const
    points.push({ lngLat, atMs: Date.parse(time.trim()) })
  }
  return points.filter(isPoint)
}
