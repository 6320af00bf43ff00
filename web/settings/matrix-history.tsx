import type { Responsibility } from '../../server/county/wire.ts'
import type { MatrixLine } from '../../server/domain/responsibility.ts'
import { useWords } from '../text/language.ts'
import { matrixWords } from '../text/matrix-words.ts'
import { useTime } from '../text/use-time.ts'
import { Section } from '../ui/page.tsx'
import { matrixChange } from './matrix-changes.ts'
import { useMatrixChoices } from './matrix-choices.ts'

/** Every version of the matrix: who made it, when, why, and what it changed. */
export const MatrixHistory = ({ versions }: { readonly versions: Responsibility['versions'] }) => {
  const text = useWords(matrixWords)
  const time = useTime()
  return (
    <Section title={text.history}>
      {versions.length === 0 ? (
        <p className="quiet">{text.noHistory}</p>
      ) : (
        <ol className="matrix-versions">
          {versions.map(({ version, because, madeAt, madeBy, lines }, index) => (
            <li key={version}>
              <p className="matrix-version-head">
                <strong>{text.version(version)}</strong>
                <span className="figures">{madeAt !== null && time.instant(madeAt)}</span>
                <span>{[madeBy?.name, madeBy?.unitName].filter(Boolean).join(' · ')}</span>
                <span className="quiet figures">{text.lines(lines.length)}</span>
              </p>
              <p>{because}</p>
              <ChangeOf lines={lines} before={versions[index + 1]?.lines ?? null} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

interface ChangeProps {
  readonly lines: readonly MatrixLine[]
  readonly before: readonly MatrixLine[] | null
}

const ChangeOf = ({ lines, before }: ChangeProps) => {
  const text = useWords(matrixWords)
  const { lineText } = useMatrixChoices()
  if (before === null) return <p className="quiet">{text.firstOwn}</p>
  const { added, removed, reordered } = matrixChange(before, lines)
  if (reordered) return <p className="quiet">{text.reordered}</p>
  const list = (word: string, those: readonly MatrixLine[]) =>
    those.map((line) => (
      <li key={`${word} ${lineText(line)}`}>
        <span className="quiet">{word}</span> {lineText(line)}
      </li>
    ))
  return (
    <ul className="matrix-changes">
      {list(text.removed, removed)}
      {list(text.added, added)}
    </ul>
  )
}
