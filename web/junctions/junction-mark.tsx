import type { InspectionAge } from '../../server/domain/inspection-age.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { crossPath, halfCrossPath } from './junction-shape.ts'
import './junction-mark.css'

interface Props {
  readonly age: InspectionAge
  readonly sizePixels?: number
}

/** A crossroads seen from above: in a ring and empty, never; half full, long ago; full, recently. */
export const JunctionMark = ({ age, sizePixels = 18 }: Props) => {
  const text = useWords(junctionWords)
  return (
    <>
      <svg
        className={`junction-mark junction-mark-${age}`}
        width={sizePixels}
        height={sizePixels}
        viewBox="0 0 20 20"
        aria-hidden="true"
      >
        {age === 'never' && <circle cx="10" cy="10" r="9" />}
        {age === 'long-ago' && <path className="junction-mark-half" d={halfCrossPath} />}
        <path className="junction-mark-cross" d={crossPath} />
      </svg>
      <span className="for-ears">{text.ages[age]}</span>
    </>
  )
}
