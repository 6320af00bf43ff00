import type { ComponentPropsWithRef } from 'react'
import { frameWords } from '../text/frame-words.ts'
import { useWords } from '../text/language.ts'
import { useMe } from '../ui/use-me.ts'
import './my-menu-button.css'

interface Props extends ComponentPropsWithRef<'button'> {
  readonly withName: boolean
}

/** The reader's mark; what it opens hangs on its ref and its further properties. */
export const MyMenuButton = ({ withName, ...props }: Props) => {
  const text = useWords(frameWords)
  const { person } = useMe()
  return (
    <button type="button" aria-haspopup="dialog" aria-expanded={false} {...props} className="my-menu">
      <span className="my-menu-mark" aria-hidden="true">
        {[...person.name].at(-1)}
      </span>
      <span className={withName ? '' : 'for-ears'}>{text.menu}</span>
      <span className="for-ears">{person.name}</span>
    </button>
  )
}
