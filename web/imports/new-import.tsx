import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { importFaultSentence } from '../../server/imports/import-faults-wire.ts'
import type { ImportLook, ImportWhole } from '../../server/imports/wire.ts'
import { ApiProblem } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import { importWords } from '../text/import-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { ErrorLine, LoadingRows } from '../ui/nothing-to-show.tsx'
import { DropField } from './drop-field.tsx'
import { DryRun } from './dry-run.tsx'
import { importsKey, letGo, mostBytes, sendFile } from './importing.ts'

interface Props {
  readonly onBegun: () => void
  readonly onDone: (whole: ImportWhole) => void
}

type State =
  | { readonly at: 'empty' }
  | { readonly at: 'reading'; readonly name: string }
  /** The problem is null where the file is too big to be sent. */
  | { readonly at: 'refused'; readonly name: string; readonly problem: unknown }
  | { readonly at: 'looked'; readonly look: ImportLook }

/** One file from its choosing to its confirmation. */
export const NewImport = ({ onBegun, onDone }: Props) => {
  const text = useWords(importWords)
  const client = useQueryClient()
  const [state, setState] = useState<State>({ at: 'empty' })
  const take = async (file: File): Promise<void> => {
    onBegun()
    if (file.size > mostBytes) return setState({ at: 'refused', name: file.name, problem: null })
    setState({ at: 'reading', name: file.name })
    try {
      setState({ at: 'looked', look: await sendFile(newId(), file) })
    } catch (problem) {
      setState({ at: 'refused', name: file.name, problem })
    }
  }
  const done = async (whole: ImportWhole): Promise<void> => {
    setState({ at: 'empty' })
    onDone(whole)
    await Promise.all([importsKey, ['map-layer']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  if (state.at === 'reading')
    return (
      <div className="import-reading" role="status">
        <p>{text.reading(state.name)}</p>
        <LoadingRows rows={4} />
      </div>
    )
  if (state.at === 'looked')
    return (
      <DryRun
        key={state.look.id}
        first={state.look}
        onDone={done}
        onGivenUp={() => {
          // it goes by itself within the hour, if this request is lost
          void letGo(state.look.id).catch(() => undefined)
          setState({ at: 'empty' })
        }}
      />
    )
  return (
    <>
      {state.at === 'refused' && <Refused name={state.name} problem={state.problem} />}
      <DropField onFile={(file) => void take(file)} />
    </>
  )
}

const Refused = ({ name, problem }: { readonly name: string; readonly problem: unknown }) => {
  const text = useWords(importWords)
  const language = useLanguage()
  const [fault] = problem instanceof ApiProblem && problem.code === 'unreadable-file' ? problem.fields : []
  if (problem !== null && fault === undefined) return <ErrorLine problem={problem} />
  return (
    <div className="import-refused" role="alert">
      <p>{text.refused(name)}</p>
      <p>{fault === undefined ? text.tooBig : importFaultSentence(fault.fault, fault.pointer.slice(1), language)}</p>
    </div>
  )
}
