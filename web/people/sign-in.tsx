import { useEffect } from 'react'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { InventedBand } from '../frame/invented-band.tsx'
import { Logo } from '../frame/logo.tsx'
import { useLanguage, useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { FourOnes } from '../ui/four-ones.tsx'
import { JunctionDrawing } from './drawing.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { leaveAsSignedOut } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

/** The door: a drawing sheet with its title block, and the form. Which county it is comes from the server. */
export default function SignInPage() {
  const text = useWords(peopleWords)
  const ui = useWords(uiWords)
  const language = useLanguage()
  const time = useTime()
  // whose session was ended from elsewhere, on a phone that was lost, leaves no more here than who signed out
  useEffect(() => {
    void leaveAsSignedOut()
  }, [])
  const door = useAsked(['door'], () => told(api.door.$get()), { staleTimeMs: Number.POSITIVE_INFINITY }).data
  const county = door === undefined ? '' : language === 'zh' ? door.name : door.nameEn
  return (
    <div className="sign-in">
      <title>{`${text.signIn} · ${ui.product}`}</title>
      {door?.invented === true && <InventedBand />}
      <div className="sign-in-sheet">
        <aside className="sign-in-drawing" aria-label={text.drawingSight}>
          <JunctionDrawing />
          <dl className="title-block">
            <div className="title-block-wide">
              <dt>{text.drawingTitle}</dt>
              <dd>{text.drawingSight}</dd>
            </div>
            <div>
              <dt>{text.drawingCounty}</dt>
              <dd>{county || '—'}</dd>
            </div>
            <div>
              <dt>{text.drawingCode}</dt>
              <dd>{door?.code ?? '—'}</dd>
            </div>
            <div>
              <dt>{text.drawingDay}</dt>
              <dd>{time.day(time.today)}</dd>
            </div>
          </dl>
        </aside>
        <main className="sign-in-door">
          <header>
            <Logo />
            <div>
              <h1>
                {ui.product}
                {county !== '' && <span className="sign-in-county">{county}</span>}
              </h1>
              <p className="quiet">{text.tagline}</p>
            </div>
          </header>
          <SignInForm />
          <div className="sign-in-method">
            <FourOnes stage={null} withQuestions />
          </div>
          <footer>
            <LanguageSwitch />
          </footer>
        </main>
      </div>
    </div>
  )
}
