import type { ShownFinding } from '../../server/clearance/findings-wire.ts'
import type { clearanceWords } from '../text/clearance-words.ts'

type Text = (typeof clearanceWords)['zh']
/** Metres in words: 8.9 公里. */
type Distance = (metres: number) => string

const distinct = (reasons: readonly (string | null)[]): string[] => [
  ...new Set(reasons.filter((reason) => reason !== null)),
]

type AtThePlace = Extract<ShownFinding, { check: 'taken-at-the-place' }>

/** Each reason once; of photos taken too far away how far the farthest was. */
const reasonsOfPlace = ({ verdict, evidence }: AtThePlace, text: Text, distance: Distance): string[] => {
  const why = evidence.photos.filter((photo) => photo.verdict === verdict)
  const farthest = (metres: readonly (number | null)[]): string =>
    distance(Math.round(Math.max(0, ...metres.flatMap((each) => each ?? []))))
  const of = (because: (typeof why)[number]['because']) => why.filter((photo) => photo.because === because)
  return distinct(
    why.map(({ because }) =>
      because === null
        ? null
        : because === 'far'
          ? text.far(farthest(of(because).map(({ metres }) => metres)))
          : because === 'exif-far'
            ? text.exifFar(farthest(of(because).map(({ exifMetres }) => exifMetres)))
            : text.place[because],
    ),
  )
}

/** Why a finding is what it is, each reason once; of a photo whose own verdict is milder than the whole, nothing. */
const reasonsOf = (finding: ShownFinding, text: Text, distance: Distance): string[] => {
  switch (finding.check) {
    case 'taken-after-assignment':
      return distinct(
        finding.evidence.photos.map(({ verdict, because }) =>
          verdict === finding.verdict && because !== null ? text.time[because] : null,
        ),
      )
    case 'taken-at-the-place':
      return reasonsOfPlace(finding, text, distance)
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
export const findingSentence = (finding: ShownFinding, text: Text, distance: Distance): string => {
  if (finding.verdict === 'pass') return text.passed[finding.check]
  const why = reasonsOf(finding, text, distance).join(text.and)
  return finding.verdict === 'doubt' ? text.weak(why) : text.untold(why)
}
