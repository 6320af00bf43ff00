import { Link } from 'wouter'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import './card-link.css'

/** The quiet way from the phone's camera to the real one. */
export const CardLink = () => {
  const text = useWords(cardWords)
  return (
    <Link href="/card" className="card-link">
      {text.link}
    </Link>
  )
}
