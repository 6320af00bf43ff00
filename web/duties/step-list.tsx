import { Link } from 'wouter'
import type { Move, Role } from '../../db/vocabulary.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import { dutiesWords } from '../text/duties-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { useCounty } from '../ui/use-county.ts'
import { numberOf } from './workflow-picture.ts'

interface NumberProps {
  readonly move: Move
  readonly whose: 'own' | 'stand-in' | 'other'
}

/** The number a step has on the drawing, drawn as it is there. */
const StepNumber = ({ move, whose }: NumberProps) => (
  <span className={`step-number step-number-${whose}`}>{numberOf(move)}</span>
)

interface Props {
  readonly label: string
  readonly role: Role
  readonly steps: readonly Move[]
  readonly whose: NumberProps['whose']
  /** How many wait for the reader now; null where it is another's role, or nobody's list. */
  readonly waiting: ReadonlyMap<Move, number> | null
  /** There are more than could be counted. */
  readonly more: boolean
}

/** A role's steps: on which hazards, by when by this county's settings, and what waits right now. */
export const StepList = ({ label, role, steps, whose, waiting, more }: Props) => {
  const text = useWords(dutiesWords)
  const { moves } = useWords(tradeWords)
  const { settings } = useCounty()
  // the county's reviewer stands above whose it is: a column would say the same in every line
  const onWhich = role === 'county-reviewer' ? null : (move: Move) => text.whose[tableOfMoves[move].whose]
  return (
    <table className="step-list" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{text.columns.number}</th>
          <th scope="col">{text.columns.step}</th>
          <th scope="col">{text.columns.when}</th>
          {onWhich && <th scope="col">{text.columns.whose}</th>}
          {waiting && (
            <th scope="col" className="step-list-waiting not-in-print">
              {text.columns.waiting}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {steps.map((move) => (
          <tr key={move}>
            <td>
              <StepNumber move={move} whose={whose} />
            </td>
            <th scope="row">{moves[move]}</th>
            <td>{text.byWhen[move](settings)}</td>
            {onWhich && <td className="step-list-whose">{onWhich(move)}</td>}
            {waiting && (
              <td className="step-list-waiting not-in-print">
                {waiting.has(move) && (
                  <Link href="/mine" className="figures">
                    {text.waiting(waiting.get(move) ?? 0, more)}
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Everybody else's steps: the legend of what is drawn in outline. */
export const OtherSteps = ({ steps }: { readonly steps: readonly Move[] }) => {
  const text = useWords(dutiesWords)
  const { listOf } = useWords(uiWords)
  const { moves, roles } = useWords(tradeWords)
  return (
    <ul className="other-steps">
      {steps.map((move) => (
        <li key={move}>
          <StepNumber move={move} whose="other" />
          <span>
            {moves[move]}{' '}
            <span className="quiet">{text.by(listOf(tableOfMoves[move].by.map((role) => roles[role])))}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
