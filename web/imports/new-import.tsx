import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { importFaultSentence } from '../../server/imports/import-faults-wire.ts'
import type { ImportLook, ImportWhole } from '../../server/imports/wire.ts'
import { ApiProblem } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import { usePageInUse } from '../shell/page-in-use.ts'
import { importWords } from '../text/import-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { ErrorLine, LoadingRows, Progress } from '../ui/nothing-to-show.tsx'
import { DropField } from './drop-field.tsx'
import { DryRun } from './dry-run.tsx'
import { importsKey, letGo, mostBytes, sendFile } from './importing.ts'

interface Props {
  readonly onBegun: () => void
  readonly onDone: (whole: ImportWhole) => void
}

type State =
  | { readonly at: 'empty' }
  /** The share of it that has been sent; all of it while the server reads. */
  | { readonly at: 'reading'; readonly name: string; readonly share: number }
  /** The problem is null where the file is too big to be sent. */
  | { readonly at: 'refused'; readonly name: string; readonly problem: unknown }
  | { readonly at: 'looked'; readonly look: ImportLook }

const percentSent = (share: number): string => `${Math.floor(share * 100)}%`

/** One file from its choosing to its confirmation. */
export const NewImport = ({ onBegun, onDone }: Props) => {
  const text = useWords(importWords)
  const client = useQueryClient()
  const ui = useWords(uiWords)
  const [state, setState] = useState<State>({ at: 'empty' })
  const onItsWay = useRef<AbortController | null>(null)
  usePageInUse(state.at === 'reading' || state.at === 'looked')
  useEffect(() => () => onItsWay.current?.abort(), [])
  const take = async (file: File): Promise<void> => {
    onBegun()
    if (file.size > mostBytes) return setState({ at: 'refused', name: file.name, problem: null })
    const reading = (share: number): void => setState({ at: 'reading', name: file.name, share })
    const id = newId()
    const control = new AbortController()
    onItsWay.current = control
    reading(0)
    try {
      setState({ at: 'looked', look: await sendFile(id, file, { onProgress: reading, signal: control.signal }) })
    } catch (problem) {
      if (!control.signal.aborted) return setState({ at: 'refused', name: file.name, problem })
      // what had arrived goes by itself within the hour, if this request is lost
      void letGo(id).catch(() => undefined)
      setState({ at: 'empty' })
    }
  }
  const done = async (whole: ImportWhole): Promise<void> => {
    setState({ at: 'empty' })
    onDone(whole)
    await Promise.all([importsKey, ['map-layer']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  if (state.at === 'reading')
    return (
      <div className="import-reading">
        {state.share < 1 ? (
          <Progress label={text.sending(state.name)} done={state.share} total={1} figure={percentSent(state.share)} />
        ) : (
          <p role="status">{text.reading(state.name)}</p>
        )}
        <LoadingRows rows={4} />
        <Button onClick={() => onItsWay.current?.abort()}>{ui.cancel}</Button>
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
