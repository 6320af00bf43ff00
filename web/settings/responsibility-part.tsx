import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Responsibility } from '../../server/county/wire.ts'
import { type MatrixLine, speakingLine } from '../../server/domain/responsibility.ts'
import { api, onVersion, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { matrixWords } from '../text/matrix-words.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { useKeptForm } from './kept-form.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { matrixChange } from './matrix-changes.ts'
import { any, isRoad, useMatrixChoices } from './matrix-choices.ts'
import { MatrixHistory } from './matrix-history.tsx'
import { MatrixLines } from './matrix-lines.tsx'
import { Differences, SaveBar } from './save-bar.tsx'

const matrixKey = ['responsibility'] as const

/** Who answers for what: the lines in force, a way to try them out, and every version that ever was. */
export const ResponsibilityPart = () => {
  const matrix = useAsked(matrixKey, () => told(api.responsibility.$get()))
  if (matrix.isPending) return <LoadingRows rows={8} />
  if (matrix.data === undefined)
    return <ErrorState problem={matrix.error} retry={() => void matrix.refetch()} retrying={matrix.isFetching} />
  return <MatrixForm matrix={matrix.data} />
}

interface Draft extends Readonly<Record<string, unknown>> {
  readonly lines: readonly MatrixLine[]
  readonly because: string
}

const MatrixForm = ({ matrix }: { readonly matrix: Responsibility }) => {
  const text = useWords(matrixWords)
  const client = useQueryClient()
  const me = useMe()
  const { lineText } = useMatrixChoices()
  const [asked, setAsked] = useState<{ road: string; code: string }>({ road: 'county', code: '' })
  const form = useKeptForm<Draft>({
    draftKey: `matrix.${me.person.id}`,
    present: { lines: matrix.lines, because: '' },
    version: matrix.version,
    save: async ({ lines, because }, act, version) => {
      const json = { ...act, because, lines: lines.map((line) => ({ ...line })) }
      const saved = await told(api.responsibility.$put({ json }, onVersion(version)))
      client.setQueryData(matrixKey, saved)
      say.done(text.saved(saved.version))
    },
    readAnew: () => client.refetchQueries({ queryKey: matrixKey }),
  })
  const { lines, because } = form.values
  const question = { roadClass: isRoad(asked.road) ? asked.road : null, code: asked.code }
  const speaking = asked.code === '' ? -1 : speakingLine(lines, question)
  const notYet = lines.length === 0 ? text.needsLine : because.trim() === '' ? text.becauseNeeded : null
  const { added, removed, reordered } = matrixChange(matrix.lines, lines)
  return (
    <div className="settings settings-wide">
      <p className="section-why">
        {text.why} <strong>{matrix.version === 0 ? text.atFirst : text.inForce(matrix.version)}</strong>
      </p>
      <TryOut asked={asked} onAsk={setAsked} speaking={speaking} line={lines[speaking] ?? null} />
      <MatrixLines
        lines={lines}
        onChange={(to) => form.set({ lines: to })}
        speaking={speaking}
        faultAt={form.faultAt}
      />
      {form.unsaved && (
        <TextInput
          className="matrix-because"
          label={text.because}
          placeholder={text.becauseHow}
          maxLength={500}
          value={because}
          onChange={(event) => form.set({ because: event.currentTarget.value })}
          error={form.faultAt('/because')}
        />
      )}
      <SaveBar
        form={form}
        notYet={notYet}
        onSave={() => void form.submit()}
        differences={
          <Differences
            rows={[
              {
                label: text.theLines,
                theirs: reordered ? text.reordered : removed.map(lineText).join('\n'),
                mine: reordered ? text.reordered : added.map(lineText).join('\n'),
              },
              { label: text.theReason, theirs: matrix.versions[0]?.because ?? '', mine: because },
            ]}
          />
        }
      />
      <MatrixHistory versions={matrix.versions} />
      <LeaveGuard unsaved={form.unsaved} />
    </div>
  )
}

interface TryProps {
  readonly asked: { readonly road: string; readonly code: string }
  readonly onAsk: (asked: { road: string; code: string }) => void
  readonly speaking: number
  readonly line: MatrixLine | null
}

/** One road and one kind of hazard: the line that speaks, in words. */
const TryOut = ({ asked, onAsk, speaking, line }: TryProps) => {
  const text = useWords(matrixWords)
  const { roadsAsked, codesAsked, lineText } = useMatrixChoices()
  return (
    <Section title={text.check}>
      <div className="matrix-try">
        <Select
          label={text.columns.roadClass}
          data={roadsAsked}
          value={asked.road}
          allowDeselect={false}
          onChange={(road) => onAsk({ ...asked, road: road ?? any })}
        />
        <Select
          label={text.columns.code}
          data={codesAsked}
          value={asked.code === '' ? null : asked.code}
          placeholder={text.checkWhy}
          searchable
          allowDeselect={false}
          maxDropdownHeight={320}
          onChange={(code) => onAsk({ ...asked, code: code ?? '' })}
        />
        <p className="matrix-try-answer" aria-live="polite">
          {asked.code !== '' &&
            (line === null ? (
              text.speaksNot
            ) : (
              <>
                <strong>{text.speaks(speaking + 1)}</strong> {lineText(line)}
              </>
            ))}
        </p>
      </div>
    </Section>
  )
}
