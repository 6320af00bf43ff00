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
  /** What lies beneath: tints so faint that a mark upon them loses nothing. */
  readonly ground: {
    readonly forest: string
    readonly orchard: string
    readonly farm: string
    readonly grass: string
    readonly built: string
    readonly rock: string
    readonly water: string
    readonly shore: string
    readonly river: string
    readonly building: string
    readonly buildingEdge: string
    /** A way that the county's own register of roads does not know. */
    readonly way: string
    readonly wayEdge: string
    readonly rail: string
    readonly waterName: string
  }
  readonly shade: {
    readonly shadow: string
    readonly light: string
    /** Nought leaves it out. */
    readonly strength: number
  }
  /** How much of somebody else's picture shows: below one it is dimmed at night. */
  readonly pictureBrightness: number
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
  ground: {
    forest: '#e8eee2',
    orchard: '#f1f3e9',
    farm: '#f8f8f1',
    grass: '#f4f6ee',
    built: '#f1f0ed',
    rock: '#f0f0ee',
    water: '#dae4e3',
    shore: '#a5b5b2',
    river: '#a5b5b2',
    building: '#e6e5e1',
    buildingEdge: '#cdccc6',
    way: '#ffffff',
    wayEdge: '#bcc2bf',
    rail: '#98a09d',
    waterName: '#5b6968',
  },
  shade: { shadow: '#4a5552', light: '#ffffff', strength: 0.28 },
  pictureBrightness: 1,
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
  ground: {
    forest: '#1b2722',
    orchard: '#1c2623',
    farm: '#1b2422',
    grass: '#1b2623',
    built: '#202928',
    rock: '#1e2726',
    water: '#101a1c',
    shore: '#35443f',
    river: '#2f3d3f',
    building: '#25302e',
    buildingEdge: '#33403d',
    way: '#2d3937',
    wayEdge: '#3c4947',
    rail: '#4d5957',
    waterName: '#90a09f',
  },
  shade: { shadow: '#000000', light: '#54625f', strength: 0.3 },
  pictureBrightness: 0.7,
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
  ground: {
    ...day.ground,
    forest: '#f1f4ee',
    farm: '#fbfbf8',
    grass: '#f7f9f4',
    built: '#f4f4f2',
    water: '#e2eaea',
    waterName: '#4b5a5a',
  },
  // a printer makes smudges of it
  shade: { shadow: '#ffffff', light: '#ffffff', strength: 0 },
  name: '#000000',
  quietName: '#333333',
  halo: '#ffffff',
  plateInk: '#000000',
}

export const palettes: Readonly<Record<Light, Palette>> = { day, night, print }
