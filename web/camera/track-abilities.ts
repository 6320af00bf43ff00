/** What a camera's track can do beyond what every browser knows; read from outside, so nothing is believed unseen. */
export interface Abilities {
  readonly zoom: { readonly least: number; readonly most: number; readonly now: number } | null
  readonly torch: boolean
}

const numberIn = (value: unknown, field: string): number | null => {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = Reflect.get(value, field)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}

const fieldOf = (value: object, field: string): unknown => Reflect.get(value, field)

export const abilitiesOf = (track: MediaStreamTrack): Abilities => {
  // Firefox has no getCapabilities on older versions
  if (!('getCapabilities' in track)) return { zoom: null, torch: false }
  const able = track.getCapabilities()
  const range = fieldOf(able, 'zoom')
  const [least, most] = [numberIn(range, 'min'), numberIn(range, 'max')]
  const zoom =
    least === null || most === null || most <= least
      ? null
      : { least, most, now: numberIn(track.getSettings(), 'zoom') ?? least }
  return { zoom, torch: fieldOf(able, 'torch') === true }
}

/** A wish the track does not grant is let go: the picture stays as it is. */
const wish = async (track: MediaStreamTrack, set: object): Promise<boolean> => {
  try {
    await track.applyConstraints({ advanced: [set] })
    return true
  } catch {
    return false
  }
}

export const zoomTo = (track: MediaStreamTrack, zoom: number): Promise<boolean> => wish(track, { zoom })
export const lightTorch = (track: MediaStreamTrack, torch: boolean): Promise<boolean> => wish(track, { torch })
