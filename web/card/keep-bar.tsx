import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type LeadSource, leadSources } from '../../db/vocabulary.ts'
import { cardWords } from '../text/card-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { ErrorLine, Progress } from '../ui/nothing-to-show.tsx'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import type { ShownGroup } from './use-card-desk.ts'
import type { useKeeping } from './use-keeping.ts'

interface Props {
  readonly ready: readonly ShownGroup[]
  /** So many are at their place and lack something else. */
  readonly waiting: number
  /** So many photos. */
  readonly withoutPlace: number
  readonly keeping: ReturnType<typeof useKeeping>
}

/** Keeps all that is ready, one hazard after the other; what lacks something stays on the desk. */
export const KeepBar = ({ ready, waiting, withoutPlace, keeping }: Props) => {
  const text = useWords(cardWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const { role } = useMe().person
  const [source, setSource] = useState<LeadSource>(role === 'light-reporter' ? 'public-tip' : 'patrol')
  const [sceneComplete, setSceneComplete] = useState(role === 'squad')
  const { share, stopped, problem, kept, keep } = keeping
  const photos = ready.reduce((sum, group) => sum + group.photos.length, 0)
  return (
    <div className="card-keep">
      {stopped !== null && (
        <p className="card-warning" role="alert">
          <Icon name="warning" /> {text.stopped[stopped]}
        </p>
      )}
      {problem !== null && <ErrorLine problem={problem} />}
      {share !== null ? (
        <Progress label={text.keeping} done={share.done} total={share.total} />
      ) : (
        <div className="card-keep-row">
          <NativeSelect
            aria-label={text.source}
            value={source}
            onChange={(event) => {
              const chosen = leadSources.find((each) => each === event.currentTarget.value)
              if (chosen !== undefined) setSource(chosen)
            }}
            data={codes.source.map((each) => ({ value: each.code, label: each[language] }))}
          />
          {role === 'squad' && (
            <Checkbox
              label={text.sceneComplete}
              checked={sceneComplete}
              onChange={(event) => setSceneComplete(event.currentTarget.checked)}
            />
          )}
          <span className="card-quiet figures" role="status">
            {kept > 0 && `${text.keptSome(kept)}　`}
            {ready.length === 0
              ? text.noneReady
              : [waiting > 0 && text.notReady(waiting), withoutPlace > 0 && text.withoutPlace(withoutPlace)]
                  .filter(Boolean)
                  .join(' · ')}
          </span>
          <Button
            variant="filled"
            disabled={ready.length === 0}
            onClick={() => void keep(ready, { source, sceneComplete })}
          >
            {ready.length === 0 ? text.keepNone : text.keep(ready.length, photos)}
          </Button>
        </div>
      )}
    </div>
  )
}
