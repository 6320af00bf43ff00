import type { HazardWhole } from '../../server/hazards/answers.ts'
import { arrivalWords } from '../text/arrival-words.ts'
import { useWords } from '../text/language.ts'

/** What the phone has still to send, said quietly; nothing where all is here. */
export const Awaited = ({ hazard }: { readonly hazard: Pick<HazardWhole, 'photosAwaited' | 'originalsAwaited'> }) => {
  const text = useWords(arrivalWords)
  const { photosAwaited, originalsAwaited } = hazard
  const said = [
    ...(photosAwaited > 0 ? [text.photosAwaited(photosAwaited)] : []),
    ...(originalsAwaited > 0 ? [text.originalsAwaited(originalsAwaited)] : []),
  ]
  if (said.length === 0) return null
  return <p className="quiet figures">{said.join(' · ')}</p>
}
