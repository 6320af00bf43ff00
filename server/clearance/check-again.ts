import type { Tx } from '../../db/unit-of-work.ts'
import { checkSubmission, type Submission } from '../domain/clearance-checks.ts'
import { addHours } from '../domain/county-calendar.ts'
import { findCounty, openCase } from '../hazards/store.ts'
import { canonicalText } from '../journal/note.ts'
import { photosToCheck } from './check-clearance.ts'
import { changeFinding, findingsOf } from './findings-store.ts'
import { KeptFinding } from './findings-wire.ts'

export interface ToldAnew {
  readonly attempt: number
  /** Of the checks that tell something else now than they did by the copy. */
  readonly verdicts: Readonly<Record<string, string>>
  /** What these told by the copy, which is what a verifier may have gone by. */
  readonly before: readonly KeptFinding[]
}

interface Attempt {
  readonly number: number
  readonly sentAt: string
  readonly findings: readonly KeptFinding[]
}

/**
 * Looks anew at the submissions in which these photos were sent, now that their originals have taken the place of their
 * copies: an original bears what its camera wrote, and looks a little otherwise. All else is as it was at the time.
 */
export const checkAgain = async (
  tx: Tx,
  { county, hazardId, taskId }: { readonly county: string; readonly hazardId: string; readonly taskId: string },
  photoIds: readonly string[],
): Promise<ToldAnew[]> => {
  const told: ToldAnew[] = []
  for (const attempt of await attemptsOf(tx, county, taskId)) {
    const sent = photosIn(attempt)
    if (!sent.some((id) => photoIds.includes(id))) continue
    const known = knownThen(attempt)
    const found = await openCase(tx, county, hazardId)
    if (known === null || !found) continue
    const { timeZone } = await findCounty(tx, county)
    const { number, sentAt, findings } = attempt
    const photos = await photosToCheck(tx, found.hazard, sent, sentAt)
    const anew = checkSubmission({ ...known, timeZone, photos })
    const verdicts: Record<string, string> = {}
    const changed: KeptFinding[] = []
    for (const { check, verdict, evidence } of anew) {
      const before = findings.find((finding) => finding.check === check)
      if (!before || canonicalText([before.verdict, before.evidence]) === canonicalText([verdict, evidence])) continue
      await changeFinding(tx, { county, taskId, attempt: number, check }, { verdict, evidence })
      verdicts[check] = verdict
      changed.push(before)
    }
    if (Object.keys(verdicts).length > 0) told.push({ attempt: number, verdicts, before: changed })
  }
  return told
}

const attemptsOf = async (tx: Tx, county: string, taskId: string): Promise<Attempt[]> => {
  const attempts = new Map<number, { sentAt: string; findings: KeptFinding[] }>()
  for (const { attempt, foundAt, check, verdict, evidence } of await findingsOf(tx, county, taskId)) {
    const kept = attempts.get(attempt) ?? { sentAt: foundAt, findings: [] }
    kept.findings.push(KeptFinding.parse({ check, verdict, evidence }))
    attempts.set(attempt, kept)
  }
  return [...attempts].map(([number, { sentAt, findings }]) => ({ number, sentAt, findings }))
}

const photosIn = ({ findings }: Attempt): string[] =>
  findings.flatMap((one) => (one.check === 'from-a-camera' ? one.evidence.photos.map(({ photoId }) => photoId) : []))

/** What the evidence says of the moment of sending: nothing that was settled since goes into it. */
const knownThen = ({ sentAt, findings }: Attempt): Omit<Submission, 'timeZone' | 'photos'> | null => {
  const time = findings.find((one) => one.check === 'taken-after-assignment')?.evidence
  const place = findings.find((one) => one.check === 'taken-at-the-place')?.evidence
  const measures = findings.find((one) => one.check === 'measures-accounted')?.evidence
  if (!time || place?.place === undefined || !measures) return null
  const { since, sinceReopened, sinceScene, clockAheadSeconds } = time
  return {
    ...{ since, sinceReopened, sinceScene, receivedAt: sentAt },
    deviceAt: clockAheadSeconds === 0 ? null : addHours(sentAt, clockAheadSeconds / 3600),
    ...{ radiusMetres: place.radiusMetres, place: place.place, drawing: place.drawing },
    measures: measures.measures,
  }
}
