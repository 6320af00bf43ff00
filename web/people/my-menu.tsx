import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import { afterFirstPage } from '../shell/first-page.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { fetchOnBlocks } from '../ui/on-blocks.tsx'
import { PlainLine } from '../ui/plain-line.tsx'
import { MyMenuButton } from './my-menu-button.tsx'
import type { MenuSheetProps } from './my-menu-sheet.tsx'

interface Props {
  readonly withName: boolean
  /** Known outside, for on a phone the menu stands in a title bar that changes with the page: a tap is not lost by that. */
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
}

let here: ComponentType<MenuSheetProps> | null = null
const fetchSheet = async (): Promise<ComponentType<MenuSheetProps>> => {
  here ??= (await fetchOnBlocks(() => import('./my-menu-sheet.tsx'))).default
  return here
}

const lookAgainMs = 50

/** On every page. Its sheet is fetched once the first page stands, or at once by whoever does not wait for that. */
export const MyMenu = ({ withName, opened, onOpened }: Props) => {
  const text = useWords(uiWords)
  const [Sheet, setSheet] = useState(() => here)
  const [failed, setFailed] = useState(false)
  const [focused, setFocused] = useState(false)
  const pressed = useRef(false)

  const load = useCallback(async (): Promise<void> => {
    try {
      const sheet = await fetchSheet()
      // a button that is replaced between the finger's coming and going hears of no tap
      while (pressed.current) await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
      setSheet(() => sheet)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [])
  useEffect(() => void afterFirstPage().then(load), [load])
  useEffect(() => {
    const letGo = (): void => void setTimeout(() => (pressed.current = false))
    const kinds = ['pointerup', 'pointercancel'] as const
    for (const kind of kinds) window.addEventListener(kind, letGo)
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, letGo)
    }
  }, [])

  if (Sheet !== null) return <Sheet withName={withName} opened={opened} onOpened={onOpened} takesFocus={focused} />
  return (
    <>
      <MyMenuButton
        withName={withName}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onPointerDown={() => {
          pressed.current = true
        }}
        onClick={() => {
          onOpened(!opened)
          // it holds the only way to sign out: a fetch that failed is tried anew
          void load()
        }}
      />
      {opened && failed && <PlainLine message={text.partLost} failed withReload onClose={() => onOpened(false)} />}
    </>
  )
}
