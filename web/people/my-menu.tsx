import { Suspense, useEffect, useState } from 'react'
import { afterFirstPage } from '../shell/first-page.ts'
import { MayFail } from '../ui/may-fail.tsx'
import { onBlocks } from '../ui/on-blocks.tsx'
import { MyMenuButton } from './my-menu-button.tsx'

const Sheet = onBlocks(() => import('./my-menu-sheet.tsx'))

/** On every page. Its sheet is fetched once the first page stands, or at once by whoever does not wait for that. */
export const MyMenu = ({ withName }: { readonly withName: boolean }) => {
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  const [focused, setFocused] = useState(false)
  useEffect(() => {
    let gone = false
    void afterFirstPage().then(() => {
      if (!gone) setWanted(true)
    })
    return () => {
      gone = true
    }
  }, [])
  const button = (
    <MyMenuButton
      withName={withName}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onClick={() => setOpened(!opened)}
    />
  )
  if (!wanted && !opened) return button
  return (
    <MayFail otherwise={button}>
      <Suspense fallback={button}>
        <Sheet withName={withName} opened={opened} onOpened={setOpened} takesFocus={focused} />
      </Suspense>
    </MayFail>
  )
}
