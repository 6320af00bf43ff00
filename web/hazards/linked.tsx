import { Link } from 'wouter'
import type { HazardName, HazardWhole } from '../../server/hazards/answers.ts'
import { useWords } from '../text/language.ts'
import { remedyStepWords } from '../text/remedy-step-words.ts'
import { useTime } from '../text/use-time.ts'
import './linked.css'

const To = ({ hazard }: { readonly hazard: HazardName }) => (
  <Link href={`/hazards/${hazard.id}`} className="figures">
    {hazard.registerNumber ?? hazard.shortCode}
  </Link>
)

/** Where else it is to be read: survivor and merged ones, what it is a relapse of, and a transfer on its way. */
export const Linked = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(remedyStepWords)
  const time = useTime()
  const { mergedInto, merged, relapseOf, relapses, relapsedAt, transfer } = hazard
  const list = (those: readonly (HazardName & { reportedAt: string })[]) => (
    <ul>
      {those.map((one) => (
        <li key={one.id}>
          <To hazard={one} />
          <span className="quiet figures">{text.reportedOn(time.day(time.dayKey(one.reportedAt)))}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {mergedInto && (
        <aside className="linked linked-strong">
          <p>
            {text.mergedInto} <To hazard={mergedInto} />
          </p>
        </aside>
      )}
      {hazard.setAside === 'transferred' && (
        <aside className="linked linked-strong">
          <p>{hazard.transferredTo === null ? text.goneSomewhere : text.gone(hazard.transferredTo)}</p>
        </aside>
      )}
      {transfer && (
        <aside className="linked linked-strong">
          <p>
            <strong>{text.transferPending(transfer.toUnit?.name ?? transfer.toCounty ?? '')}</strong>
          </p>
          <p className="quiet">{text.transferWhy(transfer.askedBy?.name ?? '', transfer.because)}</p>
        </aside>
      )}
      {relapseOf && (
        <aside className="linked">
          <p>
            {text.relapseOf} <To hazard={relapseOf} />
          </p>
        </aside>
      )}
      {relapses.length > 0 && (
        <aside className="linked">
          <p>
            {text.relapsedAs}
            {relapsedAt !== null && (
              <span className="quiet figures">{text.relapsed(time.day(time.dayKey(relapsedAt)))}</span>
            )}
          </p>
          {list(relapses)}
        </aside>
      )}
      {merged.length > 0 && (
        <aside className="linked">
          <p>{text.merged}</p>
          {list(merged)}
        </aside>
      )}
    </>
  )
}
