import { frameWords } from '../text/frame-words.ts'
import { useWords } from '../text/language.ts'
import './invented-band.css'

/** On every page of a demonstration county, in print too. */
export const InventedBand = () => {
  const text = useWords(frameWords)
  return (
    <aside className="invented-band" aria-label={text.invented}>
      <span>{text.invented}</span>
    </aside>
  )
}
