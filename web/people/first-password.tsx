import { Logo } from '../frame/logo.tsx'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { say } from '../ui/say.tsx'
import type { Me } from '../ui/use-me.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { NewPasswordForm } from './new-password.tsx'
import { useSignOut } from './session.ts'
import './sign-in.css'
import './me.css'

/** The first password opens only this page. */
export default function FirstPasswordPage({ me }: { readonly me: Me }) {
  const text = useWords(peopleWords)
  const ui = useWords(uiWords)
  const signOut = useSignOut()
  return (
    <div className="first-password">
      <title>{`${text.firstPassword} · ${ui.product}`}</title>
      <main>
        <header>
          <Logo />
          <div>
            <h1>{text.firstPassword}</h1>
            <p className="quiet">
              {me.person.name} · {me.person.account}
            </p>
          </div>
        </header>
        <p>{text.firstPasswordWhy}</p>
        <NewPasswordForm
          account={me.person.account}
          oldLabel={text.currentPassword}
          submitLabel={text.changePassword}
          onChanged={() => say.done(text.passwordChanged)}
        />
        <footer>
          <LanguageSwitch />
          <button type="button" className="plain-link" onClick={() => signOut().catch(say.failed)}>
            {text.signOut}
          </button>
        </footer>
      </main>
    </div>
  )
}
