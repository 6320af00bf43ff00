import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { noticeKinds } from '../../db/vocabulary.ts'
import { mayIssue } from '../../server/domain/notice-kinds.ts'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { mostHazards } from '../../server/notices/wire.ts'
import { newNoticeAddress } from '../notices/filter.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'

export interface Selection {
  /** Whether rows can be chosen here at all: on the desk, by those who write documents. */
  readonly offered: boolean
  readonly header: ReactNode
  readonly boxOf: (row: HazardLine, name: string) => ReactNode
  readonly bar: ReactNode
}

/** Rows chosen in the register, to be written into one document. */
export const useSelection = (rows: readonly HazardLine[]): Selection => {
  const text = useWords(noticeWords)
  const { role } = useMe().person
  const phone = usePhone()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const offered = !phone && noticeKinds.some((kind) => mayIssue(kind, { role }) === null)
  // what a filter hides is not written about unseen
  const shown = chosen.filter((id) => rows.some((row) => row.id === id))
  const all = rows.length > 0 && shown.length === rows.length
  const toggle = (id: string): void =>
    setChosen(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id])
  return {
    offered,
    header: (
      <Checkbox
        size="xs"
        aria-label={text.selectAll}
        checked={all}
        indeterminate={shown.length > 0 && !all}
        onChange={() => setChosen(all ? [] : rows.map(({ id }) => id))}
      />
    ),
    boxOf: ({ id }, name) => (
      <Checkbox size="xs" aria-label={text.selectRow(name)} checked={shown.includes(id)} onChange={() => toggle(id)} />
    ),
    bar:
      shown.length === 0 ? null : (
        <div className="register-selection" role="status">
          <strong className="figures">{text.selected(shown.length)}</strong>
          <Button variant="subtle" color="ink" onClick={() => setChosen([])}>
            {text.clearSelected}
          </Button>
          {shown.length > mostHazards ? (
            <span>{text.tooMany}</span>
          ) : (
            <Button component={Link} href={newNoticeAddress(shown)} variant="filled">
              {text.newNotice}
            </Button>
          )}
        </div>
      ),
  }
}
