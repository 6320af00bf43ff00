import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { beginFix, doubtfulMetres, type Fix, type FixSearch, type WhyNoFix } from '../photos/device-position.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'

type State = { readonly busy: boolean; readonly fix: Fix | null; readonly why: WhyNoFix | null }

/** Where the device is, with how far that may be off; or why it cannot be told. */
export const MyPlace = ({ onFix }: { readonly onFix: (fix: Fix) => void }) => {
  const text = useWords(junctionWords)
  const map = useWords(mapWords)
  const [{ busy, fix, why }, setState] = useState<State>({ busy: false, fix: null, why: null })
  const search = useRef<FixSearch | null>(null)
  useEffect(() => () => search.current?.stop(), [])
  const find = async (): Promise<void> => {
    setState({ busy: true, fix: null, why: null })
    search.current = beginFix()
    const found = await search.current.settle()
    setState({ busy: false, ...found })
    if (found.fix !== null) onFix(found.fix)
  }
  const metres = fix === null ? null : Math.round(fix.accuracyMetres)
  return (
    <div>
      <Button onClick={() => void find()} loading={busy}>
        {text.myPlace}
      </Button>
      <p className="quiet figures" role="status">
        {busy && map.locating}
        {why !== null && map.noFix[why]}
        {metres !== null && (metres > doubtfulMetres ? map.doubtful(metres) : map.standing(metres))}
      </p>
    </div>
  )
}
