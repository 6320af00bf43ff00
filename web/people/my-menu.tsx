import { Suspense, useEffect, useState } from 'react'
import { afterFirstPage } from '../shell/first-page.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { MayFail } from '../ui/may-fail.tsx'
import { onBlocks } from '../ui/on-blocks.tsx'
import { PlainLine } from '../ui/plain-line.tsx'
import { MyMenuButton } from './my-menu-button.tsx'

const sheetAnew = () => onBlocks(() => import('./my-menu-sheet.tsx'))
let sheet = sheetAnew()

interface Props {
  readonly withName: boolean
  /** Known outside, for on a phone the menu stands in a title bar that changes with the page: a tap is not lost by that. */
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
}

/** On every page. Its sheet is fetched once the first page stands, or at once by whoever does not wait for that. */
export const MyMenu = ({ withName, opened, onOpened: setOpened }: Props) => {
  const text = useWords(uiWords)
  const [Sheet, setSheet] = useState(() => sheet)
  const [wanted, setWanted] = useState(false)
  const [focused, setFocused] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let gone = false
    void afterFirstPage().then(() => {
      if (!gone) setWanted(true)
    })
    return () => {
      gone = true
    }
  }, [])
  const button = (onClick: () => void) => (
    <MyMenuButton
      withName={withName}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onClick={onClick}
    />
  )
  const plain = button(() => setOpened(!opened))
  if (!wanted && !opened) return plain
  // it holds the only way to sign out: a fetch that failed is tried anew, and some browsers want a fresh page for that
  const again = (): void => {
    sheet = sheetAnew()
    setSheet(() => sheet)
    setAttempt(attempt + 1)
    setOpened(true)
  }
  const failed = (
    <>
      {button(opened ? () => setOpened(false) : again)}
      {opened && <PlainLine message={text.partLost} failed withReload onClose={() => setOpened(false)} />}
    </>
  )
  return (
    <MayFail key={attempt} otherwise={failed}>
      <Suspense fallback={plain}>
        <Sheet withName={withName} opened={opened} onOpened={setOpened} takesFocus={focused} />
      </Suspense>
    </MayFail>
  )
}
