import type { Context } from 'hono'
import { Problem } from './problem.ts'

/** The quoted version of a thing, as it travels in ETag and comes back in If-Match. */
export const etag = (version: number): string => `"${version}"`

/** The version a step was decided on, or null; anything but one whole number is 400, stale is for the verb to say. */
export const ifMatchMaybe = (c: Context): number | null => {
  const sent = c.req.header('If-Match')
  if (sent === undefined) return null
  const [, digits] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(sent.trim()) ?? []
  if (digits === undefined)
    throw new Problem('malformed', { fields: [{ pointer: '/headers/if-match', fault: 'wrong-format' }] })
  return Number(digits)
}

/** Where a step needs the version it was decided on: absent is 428. */
export const ifMatch = (c: Context): number => {
  const version = ifMatchMaybe(c)
  if (version === null) throw new Problem('version-missing')
  return version
}
