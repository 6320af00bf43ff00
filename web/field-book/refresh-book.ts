import type { BookHazards, FieldBook } from '../../server/field-book/wire.ts'
import { api, askServer, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { keepBaseMap } from '../kept/base-map-shelf.ts'
import { fieldShelf } from '../kept/field-shelf.ts'
import { keyText } from '../kept/kept-marks.ts'
import { at } from '../kept/parts.ts'
import { groundKey } from '../map/ground/ground-key.ts'
import { layerAddress, layerKey, layerNames, mapLayers } from '../map/map-layers.ts'
import { mineKey } from '../mine/mine-key.ts'
import { bookNow, nothingKept, putAsOf, putGround, putHazards, setRefreshing } from './book-store.ts'
import { fetchThumbnails } from './fetch-thumbnails.ts'
import { groundOf } from './place-here.ts'
import { whenIdle } from './when-idle.ts'

const groundAddress = '/api/field-book'
const hazardsAddress = '/api/field-book/hazards'
/** As many as the server answers at once (mostWholeAtOnce). */
const atOnce = 25

// what was kept by another version of this page is looked at before it is believed
const isBook = (value: unknown): value is FieldBook =>
  Array.isArray(at(value, 'zones')) && Array.isArray(at(value, 'roads')) && Array.isArray(at(value, 'areaCodes'))
const isHazards = (value: unknown): value is BookHazards => Array.isArray(at(value, 'hazards'))

/** What lies on the device, first of all: it is there in an instant, with or without a connection. */
export const openBook = async (personId: string): Promise<void> => {
  const ground = await fieldShelf.get(personId, groundAddress)
  const hazards = await fieldShelf.get(personId, hazardsAddress)
  const keptHazards = at(hazards?.value, 'body')
  if (isHazards(keptHazards)) putHazards(keptHazards)
  const keptGround = at(ground?.value, 'body')
  if (!isBook(keptGround)) return nothingKept()
  await whenIdle()
  putGround(groundOf(keptGround))
  if (hazards !== null) putAsOf(hazards.keptAtMs)
}

let running: Promise<void> | null = null
let again = false

/** Asks for what has changed; one at a time, and once more when asked meanwhile. Quiet when nobody answers. */
export const refreshBook = (personId: string): Promise<void> => {
  if (running !== null) {
    again = true
    return running
  }
  setRefreshing(true)
  running = refresh(personId)
    .catch(() => undefined)
    .then(() => {
      running = null
      setRefreshing(false)
      nothingKept()
      if (!again) return
      again = false
      return refreshBook(personId)
    })
  return running
}

const refresh = async (personId: string): Promise<void> => {
  const ground = await changed(personId, groundAddress)
  if (isBook(ground) && ground.version !== bookNow().ground?.book.version) {
    await whenIdle()
    putGround(groundOf(ground))
  }
  const hazards = await changed(personId, hazardsAddress)
  if (isHazards(hazards)) putHazards(hazards)
  putAsOf(Date.now())
  const mine = await takeMine(personId)
  await takeWhole(personId)
  await takeLayers(personId)
  await takeBaseMap(personId)
  await fetchThumbnails([...mine, ...bookNow().hazards.flatMap(({ photoSha256 }) => photoSha256 ?? [])])
}

/** The answer where it differs from the one kept here, which is kept instead; null where nothing has changed. */
const changed = async (personId: string, address: string): Promise<unknown> => {
  const kept = await fieldShelf.get(personId, address)
  const etag = at(kept?.value, 'etag')
  try {
    const answer = await askServer(address, typeof etag === 'string' ? { headers: { 'If-None-Match': etag } } : {})
    const body: unknown = await answer.json()
    await fieldShelf.put(personId, address, { etag: answer.headers.get('ETag'), body }, Date.now())
    return body
  } catch (fault) {
    if (!(fault instanceof ApiProblem && fault.status === 304)) throw fault
    if (kept !== null) await fieldShelf.put(personId, address, kept.value, Date.now())
    return null
  }
}

/** What waits for them is the page most people begin on, also on a morning without a signal. Gives its photos. */
const takeMine = async (personId: string): Promise<string[]> => {
  const mine = await told(api.mine.$get())
  await fieldShelf.put(personId, keyText(mineKey), mine, Date.now())
  return mine.items.flatMap(({ hazard }) => hazard.photoSha256 ?? [])
}

/**
 * The drawing below every map, also the small one under a pin that nobody has looked at yet. It lies here as a map
 * would have kept it; the mark beside it asks the server only whether it has changed.
 */
const takeLayers = async (personId: string): Promise<void> => {
  for (const name of layerNames) {
    const [key, address] = [keyText(layerKey(name)), layerAddress(name)]
    const kept = await fieldShelf.get(personId, key)
    const etag = kept === null ? null : at((await fieldShelf.get(personId, address))?.value, 'etag')
    try {
      const answer = await askServer(address, typeof etag === 'string' ? { headers: { 'If-None-Match': etag } } : {})
      const told: unknown = await answer.json()
      await whenIdle()
      await fieldShelf.put(personId, key, mapLayers[name](told), Date.now())
      await fieldShelf.put(personId, address, { etag: answer.headers.get('ETag') }, Date.now())
    } catch (fault) {
      if (!(fault instanceof ApiProblem && fault.status === 304)) throw fault
      // what is asked for again and again is not the oldest here
      if (kept !== null) await fieldShelf.put(personId, key, kept.value, Date.now())
    }
  }
}

/** What lies beneath the layers, whole where it is small enough; a device that is full goes without. */
const takeBaseMap = async (personId: string): Promise<void> => {
  const answer = await told(api['base-map'].$get())
  await fieldShelf.put(personId, keyText(groundKey), answer, Date.now())
  await keepBaseMap(answer, (address) => askServer(address, { priority: 'low' }))
}

/** The most urgent hazards whole, so that their pages open; only those that are new or have moved on. */
const takeWhole = async (personId: string): Promise<void> => {
  const wanted: string[] = []
  for (const { id, version, whole } of bookNow().hazards) {
    if (!whole) continue
    const kept = await fieldShelf.get(personId, keyText(['hazard', id]))
    if (at(kept?.value, 'version') !== version) wanted.push(id)
  }
  for (let from = 0; from < wanted.length; from += atOnce) {
    const ids = wanted.slice(from, from + atOnce).join(',')
    const { hazards } = await told(api['field-book'].whole.$get({ query: { ids } }))
    for (const hazard of hazards) await fieldShelf.put(personId, keyText(['hazard', hazard.id]), hazard, Date.now())
  }
}
