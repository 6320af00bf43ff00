/** By day on paper, by night on the dark sheet, and on white for print. */
export type Light = 'day' | 'night' | 'print'

/** The drawing's inks. No red, orange, yellow or blue: on this map they belong to the hazards alone. */
export interface Palette {
  readonly land: string
  readonly outside: string
  readonly hatch: string
  /** The edge of the county, and the soft band along it. */
  readonly countyLine: string
  readonly countyBand: string
  readonly townshipLine: string
  readonly villageLine: string
  readonly road: {
    readonly edge: string
    readonly trunk: string
    readonly provincial: string
    readonly county: string
    readonly township: string
    readonly village: string
  }
  readonly name: string
  readonly quietName: string
  readonly halo: string
  readonly plate: string
  readonly plateInk: string
  /** A road chief's stretch along the road. */
  readonly segment: string
  /** What is chosen, and where the reader stands. */
  readonly chosen: string
  readonly chosenFill: string
}

const day: Palette = {
  land: '#fdfdfb',
  outside: '#e9ebe6',
  hatch: '#cdd2cc',
  countyLine: '#3a4543',
  countyBand: 'rgba(22, 31, 30, 0.09)',
  townshipLine: '#9aa4a0',
  villageLine: '#b3bab6',
  road: {
    edge: '#2a3433',
    trunk: '#c9cfca',
    provincial: '#ffffff',
    county: '#4a5553',
    township: '#5f6b68',
    village: '#87918e',
  },
  name: '#161f1e',
  quietName: '#4d5856',
  halo: '#fdfdfb',
  plate: '#ffffff',
  plateInk: '#161f1e',
  segment: 'rgba(0, 101, 93, 0.22)',
  chosen: '#00655d',
  chosenFill: 'rgba(0, 101, 93, 0.1)',
}

const night: Palette = {
  land: '#18211f',
  outside: '#0c1211',
  hatch: '#232d2b',
  countyLine: '#aeb9b6',
  countyBand: 'rgba(233, 237, 235, 0.08)',
  townshipLine: '#5f6c69',
  villageLine: '#3f4b49',
  road: {
    edge: '#b9c4c1',
    trunk: '#55615e',
    provincial: '#1e2826',
    county: '#8f9b98',
    township: '#7d8a87',
    village: '#5f6c69',
  },
  name: '#e9edeb',
  quietName: '#a9b5b2',
  halo: '#18211f',
  plate: '#172120',
  plateInk: '#e9edeb',
  segment: 'rgba(86, 199, 186, 0.25)',
  chosen: '#56c7ba',
  chosenFill: 'rgba(86, 199, 186, 0.12)',
}

const print: Palette = {
  ...day,
  land: '#ffffff',
  outside: '#ffffff',
  hatch: '#c4c4c4',
  countyLine: '#000000',
  countyBand: 'rgba(0, 0, 0, 0.07)',
  name: '#000000',
  quietName: '#333333',
  halo: '#ffffff',
  plateInk: '#000000',
}

export const palettes: Readonly<Record<Light, Palette>> = { day, night, print }
