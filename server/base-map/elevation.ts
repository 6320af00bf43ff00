import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Metres above the sea at a position; null where nobody has measured. */
export type Elevation = (longitude: number, latitude: number) => number | null

export class NotElevation extends Error {}

interface Sheet {
  readonly side: number
  readonly metres: Int16Array
}

const nameForm = /^([NS])(\d{2})([EW])(\d{3}).*\.hgt$/i
/** Samples along an edge: one arc second, or three. */
const sides = [3601, 1201] as const
/** What SRTM writes where the radar saw nothing. */
const nothing = -32_768

const cornerOf = (file: string): readonly [longitude: number, latitude: number] | null => {
  const [, northOrSouth, latitude, eastOrWest, longitude] = nameForm.exec(basename(file)) ?? []
  if (latitude === undefined || longitude === undefined) return null
  return [
    Number(longitude) * (eastOrWest?.toUpperCase() === 'W' ? -1 : 1),
    Number(latitude) * (northOrSouth?.toUpperCase() === 'S' ? -1 : 1),
  ]
}

const readSheet = async (file: string): Promise<Sheet> => {
  const { size } = await stat(file)
  const side = sides.find((one) => one * one * 2 === size)
  if (side === undefined) throw new NotElevation(`${file}：${size}`)
  const bytes = Buffer.alloc(size)
  const handle = await open(file)
  try {
    await handle.read(bytes, 0, size, 0)
  } finally {
    await handle.close()
  }
  bytes.swap16() // the file's numbers begin with their great end
  return { side, metres: new Int16Array(bytes.buffer, bytes.byteOffset, side * side) }
}

/** Files of a folder, or the one file named. */
const filesOf = async (path: string): Promise<string[]> => {
  if (!(await stat(path)).isDirectory()) return [path]
  return (await readdir(path)).filter((name) => nameForm.test(name)).map((name) => join(path, name))
}

/**
 * Heights out of SRTM's .hgt files: one degree each, named for its south-west corner (N28E114.hgt), rows from the
 * north, whole metres. Between samples the height is interpolated. Throws NotElevation for a file that is none.
 */
export const readElevation = async (paths: readonly string[]): Promise<Elevation> => {
  const sheets = new Map<string, Sheet>()
  const files = (await Promise.all(paths.map(filesOf))).flat()
  if (files.length === 0) throw new NotElevation(paths.join(' '))
  for (const file of files) {
    const corner = cornerOf(file)
    if (corner === null) throw new NotElevation(file)
    sheets.set(corner.join(), await readSheet(file))
  }
  let last = { west: Number.NaN, south: Number.NaN, sheet: sheets.get('') }
  return (longitude, latitude) => {
    const west = Math.floor(longitude)
    const south = Math.floor(latitude)
    // neighbours are asked about one after the other
    if (last.west !== west || last.south !== south) last = { west, south, sheet: sheets.get(`${west},${south}`) }
    const { sheet } = last
    return sheet === undefined
      ? null
      : between(sheet, (longitude - west) * (sheet.side - 1), (south + 1 - latitude) * (sheet.side - 1))
  }
}

/** Weighed by nearness among the four samples around it that were measured. */
const between = ({ side, metres }: Sheet, across: number, down: number): number | null => {
  const column = Math.min(side - 2, Math.floor(across))
  const row = Math.min(side - 2, Math.floor(down))
  const x = across - column
  const y = down - row
  let sum = 0
  let weights = 0
  for (let corner = 0; corner < 4; corner++) {
    const right = corner & 1
    const below = corner >> 1
    const sample = metres[(row + below) * side + column + right] ?? nothing
    const weight = (right === 1 ? x : 1 - x) * (below === 1 ? y : 1 - y)
    if (sample === nothing || weight === 0) continue
    sum += sample * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}
