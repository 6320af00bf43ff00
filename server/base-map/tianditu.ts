import { Problem } from '../http/problem.ts'

export interface Tianditu {
  /** Never leaves this server but to Tianditu. */
  readonly key: string
  /** Of another server in its place, such as a test's; null for Tianditu itself. */
  readonly address: string | null
}

/** 矢量 and its names, 影像 and its names; all in Web Mercator. CGCS2000 lies within a metre of WGS-84. */
export const tiandituLayers = ['vec', 'cva', 'img', 'cia'] as const
export type TiandituLayer = (typeof tiandituLayers)[number]

export interface TiandituTile {
  readonly layer: TiandituLayer
  readonly z: number
  readonly x: number
  readonly y: number
}

const patienceMs = 8_000
const mostBytes = 1_000_000
const mostAtOnce = 32
let atOnce = 0

/** The first of eight alike; neighbouring tiles are asked of different ones. */
const home = 'https://t0.tianditu.gov.cn'

const addressOf = ({ key, address }: Tianditu, { layer, z, x, y }: TiandituTile): string => {
  const origin = address ?? home.replace('t0', `t${(x + y) % 8}`)
  const query = new URLSearchParams({
    ...{ SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: layer, STYLE: 'default' },
    ...{ TILEMATRIXSET: 'w', FORMAT: 'tiles', TILEMATRIX: String(z), TILEROW: String(y), TILECOL: String(x), tk: key },
  })
  return `${origin}/${layer}_w/wmts?${query}`
}

const pictures = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
] as const

const readUpTo = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer> | null> => {
  const pieces: Uint8Array[] = []
  let size = 0
  if (body)
    for await (const piece of body) {
      size += piece.byteLength
      if (size > mostBytes) return null
      pieces.push(piece)
    }
  return new Uint8Array(Buffer.concat(pieces))
}

/**
 * One picture of Tianditu's map. Whatever goes wrong there, a bad key too, is told as "in a moment" and no more: an
 * answer of theirs may repeat the key.
 */
export const fetchTianditu = async (
  tianditu: Tianditu,
  tile: TiandituTile,
): Promise<{ media: string; bytes: Uint8Array<ArrayBuffer> }> => {
  const notNow = new Problem('try-again', { retryAfterSeconds: 10 })
  if (atOnce >= mostAtOnce) throw notNow
  atOnce += 1
  try {
    const answer = await fetch(addressOf(tianditu, tile), {
      ...{ redirect: 'error', signal: AbortSignal.timeout(patienceMs), headers: { Accept: 'image/png,image/jpeg' } },
    })
    const bytes = answer.status === 200 ? await readUpTo(answer.body) : null
    const [media] = pictures.find(([, beginning]) => beginning.every((byte, i) => bytes?.[i] === byte)) ?? []
    if (bytes === null || media === undefined) throw notNow
    return { media, bytes }
  } catch {
    throw notNow
  } finally {
    atOnce -= 1
  }
}
