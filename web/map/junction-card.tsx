import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { junctionInspectors } from '../../server/domain/junction-doors.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { JunctionMark } from '../junctions/junction-mark.tsx'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { useMe } from '../ui/use-me.ts'
import { shieldOf } from './base-layers.ts'
import { Card } from './card.tsx'

/** A junction over the map: when somebody last looked, and the way to its page. */
export const JunctionCard = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const text = useWords(junctionWords)
  const time = useTime()
  const { role } = useMe().person
  const asked = useAsked(['junctions', 'one', id], () => told(api.junctions[':id'].$get({ param: { id } })))
  const junction = asked.data
  return (
    <Card
      title={junction?.name ?? text.title}
      onClose={onClose}
      {...(junction && { mark: <JunctionMark age={junction.age} sizePixels={22} /> })}
    >
      {junction ? (
        <>
          <p className="figures">
            {text.last} {junction.lastInspectedAt === null ? text.never : time.instant(junction.lastInspectedAt)}
          </p>
          <p className="quiet figures">
            {[text.armsOf(junction.arms), ...junction.routeCodes.map(shieldOf)].join(' · ')}
          </p>
          <Button component={Link} href={`/junctions/${id}`} variant="filled">
            {junction.active && junctionInspectors.includes(role) ? text.inspect : text.openJunction}
          </Button>
        </>
      ) : asked.isError ? (
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isFetching} />
      ) : (
        <LoadingRows rows={2} />
      )}
    </Card>
  )
}
