import type { ShownFinding } from '../../server/clearance/findings-wire.ts'
import type { clearanceWords } from '../text/clearance-words.ts'

type Text = (typeof clearanceWords)['zh']

const distinct = (reasons: readonly (string | null)[]): string[] => [
  ...new Set(reasons.filter((reason) => reason !== null)),
]

/** Why a finding is what it is, each reason once; of a photo whose own verdict is milder than the whole, nothing. */
const reasonsOf = (finding: ShownFinding, text: Text): string[] => {
  switch (finding.check) {
    case 'taken-after-assignment':
      return distinct(
        finding.evidence.photos.map(({ verdict, because }) =>
          verdict === finding.verdict && because !== null ? text.time[because] : null,
        ),
      )
    case 'taken-at-the-place':
      return distinct(
        finding.evidence.photos.map(({ verdict, because }) =>
          verdict === finding.verdict && because !== null ? text.place[because] : null,
        ),
      )
    case 'from-a-camera':
      return distinct(
        finding.evidence.photos.map(({ verdict, because }) =>
          verdict === finding.verdict && because !== null ? text.camera[because] : null,
        ),
      )
    case 'bytes-never-used':
      return [text.usedElsewhere]
    case 'no-near-twin':
      return [finding.verdict === 'doubt' ? text.twinElsewhere : text.notTellable]
    case 'measures-accounted': {
      const { measures } = finding.evidence
      if (measures.length === 0) return [text.nothingPlanned]
      return [measures.some(({ installedQuantity }) => installedQuantity !== null) ? text.unaccounted : text.allStruck]
    }
  }
}

/** One sentence: what agrees, or where the evidence is weak and why. */
export const findingSentence = (finding: ShownFinding, text: Text): string => {
  if (finding.verdict === 'pass') return text.passed[finding.check]
  const why = reasonsOf(finding, text).join(text.and)
  return finding.verdict === 'doubt' ? text.weak(why) : text.untold(why)
}
