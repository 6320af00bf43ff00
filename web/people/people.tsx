import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { EitherOr } from '../ui/either-or.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { FeedbackReceived } from './feedback-received.tsx'
import { PeopleList } from './people-list.tsx'
import { UnitList } from './unit-list.tsx'
import './people.css'

export const peopleKey = ['people'] as const

const parts = ['people', 'units', 'feedback'] as const
type Part = (typeof parts)[number]
const partOf = (asked: string | null): Part => parts.find((part) => part === asked) ?? 'people'

/** The administrator's page: who there is, in which unit, and what people have to say. */
export default function PeoplePage() {
  const text = useWords(peopleWords)
  const [search, setSearch] = useSearchParams()
  const [part, setPart] = useState(() => partOf(search.get('part')))
  const all = useAsked(peopleKey, () => told(api.people.$get()))
  const names: Readonly<Record<Part, string>> = {
    people: text.peopleList,
    units: text.unitList,
    feedback: text.feedbackReceived,
  }
  const open = (to: Part): void => {
    setPart(to)
    setSearch(to === 'people' ? {} : { part: to }, { replace: true })
  }
  return (
    <Page title={text.people}>
      <div className="people-parts">
        <EitherOr
          label={text.people}
          choices={parts.map((value) => ({ value, label: names[value] }))}
          value={part}
          onChange={open}
        />
      </div>
      {part === 'feedback' ? (
        <FeedbackReceived />
      ) : all.isPending ? (
        <LoadingRows rows={12} heightPixels={36} />
      ) : all.error ? (
        <ErrorState problem={all.error} retry={() => void all.refetch()} retrying={all.isFetching} />
      ) : part === 'people' ? (
        <PeopleList people={all.data.people} units={all.data.units} />
      ) : (
        <UnitList units={all.data.units} />
      )}
    </Page>
  )
}
