import { Link } from 'wouter'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import './card-link.css'

/** The quiet way from the phone's camera to the real one. */
export const CardLink = () => {
  const text = useWords(captureWords)
  return (
    <Link href="/card" className="card-link">
      {text.toCard}
    </Link>
  )
}
