import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { faultWords } from '../text/fault-words.ts'
import { useWords } from '../text/language.ts'
import { type Draft, dropDraft, keepDraft, keptDraft } from '../ui/drafts.ts'

interface ActFields {
  readonly actId: string
  readonly deviceAt: string
}

interface Asked<Values extends Draft> {
  readonly draftKey: string
  /** What is in force, and under which version. */
  readonly present: Values
  readonly version: number
  readonly save: (values: Values, act: ActFields, version: number) => Promise<void>
  /** Reads what is in force anew, where somebody saved meanwhile. */
  readonly readAnew: () => Promise<unknown>
}

type Mine<Values> = {
  readonly values: Values
  /** What was in force when the first change was made. */
  readonly from: Values
  readonly basedOn: number
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is in force with one's own changes laid over it: a field one has not touched follows whoever saved last. */
export const withChanges = <Values extends Draft>(
  present: Values,
  { values, from }: Pick<Mine<Values>, 'values' | 'from'>,
): Values => ({
  ...present,
  ...Object.fromEntries(Object.entries(values).filter(([field, value]) => !isSame(value, from[field]))),
})

/**
 * A form that fills a page: its draft outlives a reload, it says whether anything is unsaved, and where somebody
 * saved meanwhile it holds theirs (`present`) beside one's own until one is chosen.
 */
export const useKeptForm = <Values extends Draft>({ draftKey, present, version, save, readAnew }: Asked<Values>) => {
  const faults = useWords(faultWords)
  const [mine, setMine] = useState<Mine<Values> | null>(() => {
    const empty = { values: present, from: present, basedOn: 0 }
    const kept = keptDraft(draftKey, empty)
    return kept === empty ? null : kept
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const act = useRef<ActFields | null>(null)
  const values = mine === null ? present : withChanges(present, mine)
  const unsaved = mine !== null && !isSame(values, present)
  const overtaken = unsaved && mine.basedOn !== version

  useEffect(() => {
    if (mine !== null && unsaved) keepDraft(draftKey, mine)
    else dropDraft(draftKey)
  }, [draftKey, mine, unsaved])

  const discard = (): void => {
    setMine(null)
    setProblem(null)
  }
  const submit = async (): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    act.current ??= { actId: newId(), deviceAt: serverNow() }
    try {
      await save(values, act.current, version)
      act.current = null
      setMine(null)
      return true
    } catch (error) {
      if (error instanceof ApiProblem) act.current = null
      if (error instanceof ApiProblem && error.code === 'changed-meanwhile') await readAnew()
      setProblem(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    ...{ values, unsaved, overtaken, busy, problem, discard, submit },
    set: (change: Partial<Values>): void => {
      act.current = null
      setMine({ values: { ...values, ...change }, from: mine?.from ?? present, basedOn: mine?.basedOn ?? version })
    },
    /** One's own stand, now that theirs have been looked at. */
    keepMine: (): void => {
      setProblem(null)
      setMine({ values, from: present, basedOn: version })
    },
    faultAt: (pointer: string): string | null => {
      const found =
        problem instanceof ApiProblem ? problem.fields.find((field) => field.pointer === pointer) : undefined
      return found ? faults.of(found.fault) : null
    },
  }
}

export type KeptForm<Values extends Draft> = ReturnType<typeof useKeptForm<Values>>
