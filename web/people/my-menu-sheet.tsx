import { Popover } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { junctionReaders } from '../../server/domain/junction-doors.ts'
import { hasNotices } from '../../server/domain/notice-doors.ts'
import { SignOutDialog } from '../outbox/sign-out-dialog.tsx'
import { useLeftBehind } from '../outbox/use-left-behind.ts'
import { frameWords } from '../text/frame-words.ts'
import { hookWords } from '../text/hook-words.ts'
import { importWords } from '../text/import-words.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { templateWords } from '../text/template-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { Icon } from '../ui/icons.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { AppearanceSwitch } from './appearance.tsx'
import { FeedbackDialog } from './feedback-dialog.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MyMenuButton } from './my-menu-button.tsx'
import { useSignOut } from './session.ts'
import './my-menu-sheet.css'

export interface MenuSheetProps {
  readonly withName: boolean
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  /** The plain button that stood here had the focus, and it must not be lost with it. */
  readonly takesFocus: boolean
}

/** The button and what it opens: who I am here, how the page looks, what I have to say about it, and the way out. */
export default function MyMenuSheet({ withName, opened, onOpened, takesFocus }: MenuSheetProps) {
  const text = useWords(peopleWords)
  const frame = useWords(frameWords)
  const templates = useWords(templateWords)
  const hooks = useWords(hookWords)
  const imports = useWords(importWords)
  const { roles } = useWords(tradeWords)
  const { person, unit } = useMe()
  const [, go] = useLocation()
  const [writing, setWriting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const signOut = useSignOut()
  const unsent = useLeftBehind()
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  const close = (then: () => void) => () => {
    onOpened(false)
    then()
  }
  return (
    <>
      <Popover
        position={withName ? 'right-end' : 'bottom-end'}
        width={272}
        opened={opened}
        onChange={onOpened}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <MyMenuButton withName={withName} ref={button} onClick={() => onOpened(!opened)} />
        </Popover.Target>
        <Popover.Dropdown className="my-menu-sheet" aria-label={frame.menu}>
          <div className="my-menu-who">
            <strong>{person.name}</strong>
            <span>{unit === null ? roles[person.role] : `${unit.name} · ${roles[person.role]}`}</span>
          </div>
          <div className="my-menu-doors">
            <button type="button" onClick={close(() => go('/me'))}>
              <Icon name="person" />
              {text.me}
            </button>
            <button type="button" onClick={close(() => go('/duties'))}>
              <Icon name="mine" />
              {text.duties}
            </button>
            {person.role === 'county-reviewer' && (
              <button type="button" onClick={close(() => go('/settings'))}>
                <Icon name="settings" />
                {text.settings}
              </button>
            )}
            {hasNotices(person.role) && (
              <button type="button" onClick={close(() => go('/notices'))}>
                <Icon name="letter" />
                {frame.entries.notices}
              </button>
            )}
            {junctionReaders.includes(person.role) && (
              <button type="button" onClick={close(() => go('/junctions'))}>
                <Icon name="junction" />
                {frame.entries.junctions}
              </button>
            )}
            {(person.role === 'administrator' || person.role === 'county-reviewer') && (
              <button type="button" onClick={close(() => go('/notice-templates'))}>
                <Icon name="copy" />
                {templates.title}
              </button>
            )}
            {(person.role === 'administrator' || person.role === 'county-reviewer') && (
              <button type="button" onClick={close(() => go('/hooks'))}>
                <Icon name="robot" />
                {hooks.title}
              </button>
            )}
            {person.role === 'administrator' && (
              <button type="button" onClick={close(() => go('/imports'))}>
                <Icon name="layers" />
                {imports.title}
              </button>
            )}
            <button type="button" onClick={close(() => setWriting(true))}>
              <Icon name="speak" />
              {text.feedback}
            </button>
          </div>
          <div className="my-menu-switches">
            <LanguageSwitch />
            <AppearanceSwitch />
          </div>
          <div className="my-menu-doors">
            <button
              type="button"
              onClick={close(() => (unsent.entries > 0 ? setLeaving(true) : void signOut().catch(say.failed)))}
            >
              <Icon name="leave" />
              {text.signOut}
            </button>
          </div>
        </Popover.Dropdown>
      </Popover>
      <SignOutDialog opened={leaving} unsent={unsent} onSignOut={signOut} onClose={() => setLeaving(false)} />
      <FeedbackDialog opened={writing} onClose={() => setWriting(false)} />
    </>
  )
}
