import { Button } from '@mantine/core'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import type { Aside, CardDesk } from './card-desk.ts'

interface Props {
  readonly desk: CardDesk
  readonly aside: readonly Aside[]
  readonly skipped: number
}

/** Every file that is not among the photos, with its reason; nothing disappears silently. */
export const AsideList = ({ desk, aside, skipped }: Props) => {
  const text = useWords(cardWords)
  if (aside.length === 0 && skipped === 0) return null
  const keptBefore = aside.filter(({ why }) => why === 'kept-before')
  return (
    <details className="card-aside" open={aside.length <= 6}>
      <summary>
        {aside.length > 0 && text.asideCount(aside.length)}
        {aside.length > 0 && skipped > 0 && ' · '}
        {skipped > 0 && text.skipped(skipped)}
      </summary>
      {keptBefore.length > 0 && (
        <Button size="compact-sm" onClick={() => void desk.takeAnyway(keptBefore)}>
          {`${text.takeAnyway} (${keptBefore.length})`}
        </Button>
      )}
      <ul>
        {aside.map((each) => (
          <li key={`${each.path} ${each.why}`}>
            <span className="code">{each.path}</span>{' '}
            {each.why === 'same' ? (
              text.same(each.as)
            ) : each.why === 'kept-before' ? (
              <>
                {text.keptBefore}{' '}
                <a href={`/hazards/${each.hazardId}`} target="_blank" rel="noopener">
                  {text.openKept}
                </a>
              </>
            ) : (
              text.aside[each.why]
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
