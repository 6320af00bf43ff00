import { Modal } from '@mantine/core'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import type { Me } from '../ui/use-me.ts'
import { SignInForm } from './sign-in-form.tsx'

interface Props {
  readonly formerly: Me
  readonly onSignedIn: (me: Me) => void
}

/** On top of the page whose session has ended in the middle of work. */
export default function SignInAgain({ formerly, onSignedIn }: Props) {
  const text = useWords(peopleWords)
  return (
    <Modal
      opened
      onClose={() => window.location.assign('/')}
      title={text.signInAgain}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
    >
      <p className="sign-in-again">{text.signInAgainWhy}</p>
      <SignInForm account={formerly.person.account} onSignedIn={onSignedIn} />
    </Modal>
  )
}
