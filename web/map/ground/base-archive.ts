import { addProtocol } from 'maplibre-gl'
import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import { askServer } from '../../api.ts'
import { keptArchive } from '../../kept/base-map-shelf.ts'

const scheme = 'base-map'

/** Reads a file of the base map where it lies on this device, else piece by piece from the server. */
class KeptOrAsked implements Source {
  private readonly address: string
  private kept: Blob | null = null

  constructor(address: string) {
    this.address = address
  }

  getKey(): string {
    return this.address
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    this.kept ??= await keptArchive(this.address)
    if (this.kept) return { data: await this.kept.slice(offset, offset + length).arrayBuffer() }
    const range = `bytes=${offset}-${offset + length - 1}`
    const answer = await askServer(this.address, { headers: { Range: range }, ...(signal ? { signal } : {}) })
    const data = await answer.arrayBuffer()
    // something in between that knows no ranges sends the whole
    return { data: answer.status === 206 ? data : data.slice(offset, offset + length) }
  }
}

const archives = new Map<string, PMTiles>()

const archiveAt = (address: string): PMTiles => {
  const known = archives.get(address) ?? new PMTiles(new KeptOrAsked(address))
  archives.set(address, known)
  return known
}

let told = false

/** Makes maps of this page understand addresses of tiles within a file of the base map. */
export const readArchives = (): void => {
  if (told) return
  told = true
  addProtocol(scheme, async ({ url }, { signal }) => {
    const [, address = '', z, x, y] = /^base-map:\/(\/.+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? []
    const tile = await archiveAt(address).getZxy(Number(z), Number(x), Number(y), signal)
    return { data: tile?.data ?? new ArrayBuffer(0) }
  })
}

export const tilesWithin = (address: string): string => `${scheme}:/${address}/{z}/{x}/{y}`
