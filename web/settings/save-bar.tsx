import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api-problem.ts'
import { useWords } from '../text/language.ts'
import { settingsWords } from '../text/settings-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'

interface Props {
  readonly form: {
    readonly unsaved: boolean
    readonly overtaken: boolean
    readonly busy: boolean
    readonly problem: unknown
    readonly discard: () => void
    readonly keepMine: () => void
  }
  /** Why it cannot be saved yet. */
  readonly notYet: string | null
  readonly onSave: () => void
  /** Theirs beside mine, where somebody saved meanwhile. */
  readonly differences: ReactNode
}

/** What is unsaved, why it cannot be saved yet, and what somebody else saved meanwhile; stays at the foot of the page. */
export const SaveBar = ({ form, notYet, onSave, differences }: Props) => {
  const text = useWords(settingsWords)
  const ui = useWords(uiWords)
  const { unsaved, overtaken, busy, problem } = form
  if (!unsaved) return null
  const told = problem instanceof ApiProblem && problem.code === 'changed-meanwhile'
  const why = overtaken ? text.chooseFirst : notYet
  return (
    <div className="save-bar">
      {overtaken && (
        <div className="save-bar-overtaken" role="alert">
          <h3>{text.overtaken}</h3>
          {differences}
          <div className="save-bar-choices">
            <Button onClick={form.keepMine}>{text.keepMine}</Button>
            <Button onClick={form.discard}>{text.takeTheirs}</Button>
          </div>
        </div>
      )}
      {problem !== null && !told && <ErrorLine problem={problem} />}
      <div className="save-bar-row">
        <span className="save-bar-state">{why ?? text.unsaved}</span>
        <Button onClick={form.discard}>{text.discard}</Button>
        <Button
          variant="filled"
          loading={busy}
          onClick={() => why === null && onSave()}
          {...(why === null ? {} : { 'data-disabled': true, 'aria-disabled': true })}
        >
          {ui.save}
        </Button>
      </div>
    </div>
  )
}

interface TableProps {
  readonly rows: readonly { readonly label: string; readonly theirs: string; readonly mine: string }[]
}

/** What differs, theirs beside mine. */
export const Differences = ({ rows }: TableProps) => {
  const text = useWords(settingsWords)
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.theirs}</th>
          <th scope="col">{text.mine}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, theirs, mine }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{theirs}</td>
            <td>{mine}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
