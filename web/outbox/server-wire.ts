import { actingAsHeader } from '../../server/domain/acting-as.ts'
import { askServer, onVersion } from '../api.ts'
import { ApiProblem, NoAnswer } from '../api-problem.ts'
import { uploadPhoto } from '../photos/send-photo.ts'
import { presentVersionIn } from './judge-answer.ts'
import type { Wire } from './wire-port.ts'

/** A record is small: a connection that has not answered by then is dead. */
const silenceMs = 60_000

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Asks with an end, and reads the answer; what cannot be read as one of ours counts as no answer. */
const asked = async (
  path: string,
  init: RequestInit = {},
  read: (response: Response) => Promise<unknown> = (response) => response.json(),
): Promise<unknown> => {
  const control = new AbortController()
  const silence = setTimeout(() => control.abort(), silenceMs)
  try {
    const response = await askServer(path, { ...init, signal: control.signal })
    return await read(response)
  } catch (error) {
    if (error instanceof ApiProblem || error instanceof NoAnswer) throw error
    throw new NoAnswer(false, error)
  } finally {
    clearTimeout(silence)
  }
}

const versionIn = (hazard: unknown): number => {
  const version = presentVersionIn(hazard)
  if (version === null) throw new NoAnswer(false, null)
  return version
}

/** The server behind this page, as it is asked for one person; another's session is not used for them. */
export const serverWire = (personId: string): Wire => ({
  whoIsAsked: async () => {
    try {
      const id = textOf(field(field(await asked('/api/session'), 'person'), 'id'))
      if (id === null) throw new NoAnswer(false, null)
      return id
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null
      throw error
    }
  },
  send: async ({ method, path, body }, version) => {
    const inName = { 'Content-Type': 'application/json', [actingAsHeader]: personId }
    const headers = { ...inName, ...(version === null ? {} : onVersion(version).headers) }
    return versionIn(await asked(path, { method, headers, body }))
  },
  look: async (hazardId) => {
    const hazard = await asked(`/api/hazards/${hazardId}`)
    const rows = (name: string): unknown[] => {
      const value = field(hazard, name)
      return Array.isArray(value) ? value : []
    }
    return {
      version: versionIn(hazard),
      reportedBy: textOf(field(field(hazard, 'reportedBy'), 'id')),
      photoIds: rows('photos').flatMap((photo) => textOf(field(photo, 'id')) ?? []),
      acts: rows('timeline').map((entry) => ({
        by: textOf(field(field(entry, 'actor'), 'id')),
        deviceAt: textOf(field(field(entry, 'body'), 'deviceAt')),
      })),
    }
  },
  giveUpPhoto: async (hazardId, photoId) => {
    const init = { method: 'DELETE', headers: { [actingAsHeader]: personId } }
    await asked(`/api/hazards/${hazardId}/awaited-photos/${photoId}`, init, async ({ status }) => {
      // a hotspot's own page is no answer of ours
      if (status !== 204) throw new NoAnswer(false, null)
    })
  },
  upload: (bytes, sha256, sending) => uploadPhoto(bytes, sha256, { ...sending, personId }),
})
