import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { openCase, whereaboutsOf } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { findingsOf, numbersInScope } from './findings-store.ts'
import { type Findings, KeptFinding, orderOfCheck, type ShownFinding } from './findings-wire.ts'

type KeptUse = Extract<KeptFinding, { check: 'bytes-never-used' }>['evidence']['photos'][number]['uses'][number]
type ShownUse = Extract<ShownFinding, { check: 'bytes-never-used' }>['evidence']['photos'][number]['uses'][number]
type Numbers = ReadonlyMap<string, string>

/** What the system found about each submission of a task, for whoever may see the hazard; newest submission first. */
export const listFindings = async (
  world: World,
  actor: Actor,
  { hazardId, taskId }: { hazardId: string; taskId: string },
): Promise<Findings> => {
  const { db } = world
  const found = await openCase(db, actor.county, hazardId)
  if (!found || !inScope(scopeOf(actor), whereaboutsOf(found))) throw new Problem('not-there')
  if (!found.tasks.some(({ id }) => id === taskId)) throw new Problem('not-there')
  const rows = await findingsOf(db, actor.county, taskId)
  const kept = rows.map((row) => ({
    ...{ attempt: row.attempt, foundAt: row.foundAt },
    finding: KeptFinding.parse({ check: row.check, verdict: row.verdict, evidence: row.evidence }),
  }))
  const others = new Set(kept.flatMap(({ finding }) => usesIn(finding)).map((use) => use.hazardId))
  const numbers = await numbersInScope(db, actor.county, [...others], scopeOf(actor))
  return {
    attempts: [...Map.groupBy(kept, ({ attempt }) => attempt)].map(([attempt, those]) => ({
      attempt,
      foundAt: those[0]?.foundAt ?? '',
      findings: those
        .map(({ finding }) => shown(finding, numbers))
        .sort((a, b) => orderOfCheck(a.check) - orderOfCheck(b.check)),
    })),
  }
}

const usesIn = (finding: KeptFinding): readonly KeptUse[] => {
  switch (finding.check) {
    case 'bytes-never-used':
      return finding.evidence.photos.flatMap(({ uses }) => uses)
    case 'no-near-twin':
      return finding.evidence.photos.flatMap(({ twins }) => twins)
    case 'from-a-camera':
      return finding.evidence.photos.flatMap(({ before }) => before)
    default:
      return []
  }
}

const shownUse = ({ hazardId, sha256, sameHazard, role }: KeptUse, numbers: Numbers): ShownUse => {
  const number = numbers.get(hazardId)
  return {
    ...{ sameHazard, role },
    hazard: number === undefined ? null : { id: hazardId, number },
    sha256: number === undefined ? null : sha256,
  }
}

const shownTwin = <Twin extends KeptUse & { differenceBits: number; perceptualBits: number }>(
  twin: Twin,
  numbers: Numbers,
) => ({
  ...shownUse(twin, numbers),
  differenceBits: twin.differenceBits,
  perceptualBits: twin.perceptualBits,
})

/** Of a hazard outside the asker's scope nothing leaves but that there is one. */
const shown = (finding: KeptFinding, numbers: Numbers): ShownFinding => {
  switch (finding.check) {
    case 'bytes-never-used': {
      const photos = finding.evidence.photos.map(({ uses, ...photo }) => ({
        ...photo,
        uses: uses.map((use) => shownUse(use, numbers)),
      }))
      return { ...finding, evidence: { photos } }
    }
    case 'no-near-twin': {
      const photos = finding.evidence.photos.map(({ twins, ...photo }) => ({
        ...photo,
        twins: twins.map((twin) => shownTwin(twin, numbers)),
      }))
      return { ...finding, evidence: { photos } }
    }
    case 'from-a-camera': {
      const photos = finding.evidence.photos.map(({ before, ...photo }) => ({
        ...photo,
        before: before.map((twin) => shownTwin(twin, numbers)),
      }))
      return { ...finding, evidence: { photos } }
    }
    default:
      return finding
  }
}
