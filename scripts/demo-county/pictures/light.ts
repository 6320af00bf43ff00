import type { SeededRandom } from '../seeded-random.ts'

/** Linear light, 0..1 for what a white sheet in full light would send back, unless said otherwise. */
export type Rgb = readonly [red: number, green: number, blue: number]

export type Weather = 'clear' | 'hazy' | 'overcast' | 'after-rain' | 'mist'

export type Light = {
  hour: number
  month: number
  weather: Weather
  /** Towards the sun: right of the picture, up, into the picture; length 1. */
  sun: readonly [x: number, y: number, z: number]
  sunColour: Rgb
  /** From the whole sky. */
  ambient: Rgb
  zenith: Rgb
  horizon: Rgb
  /** Distance at which haze has taken 63 % of what lies behind it. */
  hazeMetres: number
  /** Mist lying in the low ground, 0..1. */
  lowMist: number
  /** Share of the sky under cloud, and how dark the clouds are beneath. */
  cloudCover: number
  cloudGrey: number
  /** Water on the road, 0..1. */
  wet: number
  exposure: number
  /** What the camera's white balance got wrong. */
  cast: Rgb
}

const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + t * (b[0] - a[0]),
  a[1] + t * (b[1] - a[1]),
  a[2] + t * (b[2] - a[2]),
]
const times = (a: Rgb, k: number): Rgb => [a[0] * k, a[1] * k, a[2] * k]

/** Hour and month on the county's own clock, which is eight hours ahead of UTC all year. */
export const countyClock = (takenAt: string): { hour: number; month: number } => {
  const instant = Date.parse(takenAt)
  if (Number.isNaN(instant)) throw new Error(`Not an instant: ${takenAt}`)
  const local = new Date(instant + 8 * 3_600_000)
  return { hour: local.getUTCHours() + local.getUTCMinutes() / 60, month: local.getUTCMonth() + 1 }
}

const weatherOf = (random: SeededRandom, month: number, hour: number): Weather => {
  const rainy = month >= 3 && month <= 7
  const draw = random.next()
  if (hour < 8.5 && draw < 0.3) return 'mist'
  if (draw < 0.52) return 'clear'
  if (draw < 0.7) return 'hazy'
  if (draw < (rainy ? 0.85 : 0.92)) return 'overcast'
  return 'after-rain'
}

/**
 * The light of a place at an instant. `heading` (radians, 0 = the picture looks north) belongs to the place, the
 * weather to the day. Hours of darkness are pulled to dusk or dawn, since the pictures are taken to be looked at.
 */
export const lightOf = (random: SeededRandom, takenAt: string, heading: number): Light => {
  const clock = countyClock(takenAt)
  const { month } = clock
  const hour = Math.max(6.4, Math.min(18.6, clock.hour))
  const weather = weatherOf(random, month, hour)
  // Latitude 29° north: declination by month, height of the sun by hour.
  const declination = -0.409 * Math.cos((2 * Math.PI * (month + 0.2)) / 12)
  const hourAngle = ((hour - 12.2) / 12) * Math.PI
  const sine = Math.sin(0.506) * Math.sin(declination) + Math.cos(0.506) * Math.cos(declination) * Math.cos(hourAngle)
  const elevation = Math.max(0.1, Math.asin(sine))
  const azimuth = Math.PI + hourAngle * 1.15 - heading
  const flat = Math.cos(elevation)
  const sun = [Math.sin(azimuth) * flat, Math.sin(elevation), Math.cos(azimuth) * flat] as const

  const low = Math.max(0, Math.min(1, 1 - elevation / 0.6))
  const dim = elevation < 0.16 ? 0.75 : 1
  const direct: Rgb = mix([2.3, 2.12, 1.86], [2.2, 1.42, 0.8], low ** 1.5)
  const blue: Rgb = mix([0.17, 0.36, 0.72], [0.26, 0.38, 0.62], low)
  const rim: Rgb = mix([0.62, 0.76, 0.9], [0.98, 0.78, 0.6], low ** 1.4)
  const grey: Rgb = mix([0.74, 0.78, 0.83], [0.7, 0.72, 0.78], random.next())
  const shared = { hour, month, weather, sun, lowMist: 0, wet: 0, cloudGrey: random.between(0.55, 0.8) }
  const exposure = random.between(0.9, 1.1) * dim
  const warmth = random.gaussian(0, 0.035)
  const tint = random.gaussian(0, 0.015)
  const cast: Rgb = [1 + warmth, 1 + tint, 1 - warmth]
  if (weather === 'clear' || weather === 'hazy') {
    const veil = weather === 'hazy' ? random.between(0.35, 0.7) : random.between(0, 0.25)
    return {
      ...shared,
      sunColour: times(direct, 1 - 0.35 * veil),
      ambient: mix([0.4, 0.5, 0.66], [0.52, 0.56, 0.6], veil),
      zenith: mix(blue, [0.55, 0.66, 0.78], veil),
      horizon: mix(rim, [0.82, 0.84, 0.84], veil),
      hazeMetres: weather === 'hazy' ? random.between(600, 1300) : random.between(1800, 4200),
      cloudCover: random.between(0.1, 0.62),
      exposure,
      cast,
    }
  }
  const wet = weather === 'after-rain' ? random.between(0.55, 1) : 0
  const mist = weather === 'mist'
  return {
    ...shared,
    sunColour: times(direct, mist ? 0.42 : random.between(0.1, 0.26)),
    ambient: times(mix(grey, [0.95, 0.9, 0.82], mist ? low * 0.5 : 0), mist ? 0.95 : 1.08),
    zenith: times(grey, mist ? 1.02 : random.between(0.7, 0.95)),
    horizon: mist ? mix(grey, [1, 0.9, 0.78], low * 0.6) : times(grey, random.between(1.02, 1.16)),
    hazeMetres: mist ? random.between(110, 260) : random.between(700, 2200),
    lowMist: mist ? random.between(0.3, 0.7) : weather === 'after-rain' ? random.between(0.1, 0.4) : 0,
    cloudCover: mist ? 0.4 : 1,
    wet,
    exposure: exposure * 1.18,
    cast,
  }
}

/** Colours of the growing world by month: fresh in April, deep in August, mixed in November, dull in January. */
export type Season = {
  leaf: Rgb
  leafLight: Rgb
  turned: Rgb
  turnedShare: number
  grass: Rgb
  dryGrass: Rgb
  drySoil: Rgb
}

const leavesByMonth: readonly (readonly [leaf: Rgb, grass: Rgb, turnedShare: number])[] = [
  [[0.05, 0.07, 0.026], [0.13, 0.125, 0.05], 0.12],
  [[0.054, 0.076, 0.026], [0.12, 0.13, 0.045], 0.06],
  [[0.07, 0.105, 0.026], [0.1, 0.145, 0.035], 0.02],
  [[0.085, 0.14, 0.026], [0.09, 0.16, 0.03], 0],
  [[0.07, 0.13, 0.024], [0.075, 0.15, 0.028], 0],
  [[0.055, 0.112, 0.022], [0.066, 0.138, 0.026], 0],
  [[0.046, 0.1, 0.022], [0.062, 0.13, 0.026], 0],
  [[0.046, 0.096, 0.022], [0.066, 0.128, 0.028], 0],
  [[0.052, 0.096, 0.022], [0.082, 0.13, 0.03], 0.03],
  [[0.064, 0.09, 0.022], [0.11, 0.13, 0.035], 0.14],
  [[0.068, 0.08, 0.022], [0.135, 0.125, 0.042], 0.26],
  [[0.058, 0.072, 0.024], [0.145, 0.125, 0.05], 0.2],
]

export const seasonOf = (month: number): Season => {
  const [leaf, grass, turnedShare] = leavesByMonth[month - 1] ?? [[0.05, 0.1, 0.02], [0.07, 0.13, 0.03], 0]
  return {
    leaf,
    leafLight: [leaf[0] * 1.7 + 0.01, leaf[1] * 1.45, leaf[2] * 1.1],
    turned: [0.24, 0.11, 0.025],
    turnedShare,
    grass,
    dryGrass: [0.27, 0.22, 0.1],
    drySoil: [0.22, 0.135, 0.075],
  }
}
