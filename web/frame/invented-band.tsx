import { frameWords } from '../text/frame-words.ts'
import { useWords } from '../text/language.ts'
import './invented-band.css'

/** On every page of a demonstration county, in print too. */
export const InventedBand = () => {
  const text = useWords(frameWords)
  return (
    <p className="invented-band">
      <span>{text.invented}</span>
    </p>
  )
}
