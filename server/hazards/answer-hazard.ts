import type { Context } from 'hono'
import type { ProblemCode } from '../http/problem.ts'
import { etag } from '../http/version.ts'
import type { HazardWhole } from './answers.ts'

/** Every step is answered with the hazard as it now is, and its version for the next one. */
export const answerHazard = (c: Context, hazard: HazardWhole, status: 200 | 201 = 200) => {
  c.header('ETag', etag(hazard.version))
  return c.json(hazard, status)
}

/** What any step may answer besides the hazard. */
export const stepProblems: readonly ProblemCode[] = [
  'not-yours',
  'not-there',
  'does-not-fit',
  'other-content',
  'changed-meanwhile',
  'invalid',
  'version-missing',
]
