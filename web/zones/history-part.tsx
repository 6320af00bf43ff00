import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { Section } from '../ui/page.tsx'
import { EndDialog } from './end-dialog.tsx'
import { PostDialog } from './post-dialog.tsx'
import { StrikeDialog } from './strike-dialog.tsx'

type Post = ZoneWhole['posts'][number]
type Asked = { readonly what: 'give' } | { readonly what: 'end' | 'correct' | 'strike'; readonly post: Post }

/** Every chief the zone ever had, today's and coming ones first. */
export const HistoryPart = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const { chiefLevels } = useWords(tradeWords)
  const time = useTime()
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = zone.doors.posts === null
  const close = (): void => setAsked(null)
  return (
    <Section
      title={text.history}
      actions={may && <Button onClick={() => setAsked({ what: 'give' })}>{text.give}</Button>}
    >
      <p className="quiet">{may ? text.historyHow : `${text.historyHow}${text.doorSays}`}</p>
      {zone.posts.length === 0 && <p>{text.noHistory}</p>}
      <ul className="zone-posts">
        {zone.posts.map((post) => (
          <li key={post.id} className="zone-post" data-when={post.when}>
            <span className="zone-when">{text.when[post.when]}</span>
            <span className="zone-post-words">
              <span>
                <strong>{post.name}</strong> <span className="quiet">{chiefLevels[post.level]}</span>
              </span>
              <span className="figures">
                {post.heldUntil === null
                  ? text.since(time.day(post.heldFrom))
                  : text.term(time.day(post.heldFrom), time.day(post.heldUntil))}
              </span>
              {post.unit !== null && <span className="quiet">{post.unit}</span>}
            </span>
            {may && (
              <span className="zone-doors not-in-print">
                {post.when === 'now' && (
                  <Button size="xs" onClick={() => setAsked({ what: 'end', post })}>
                    {text.end}
                  </Button>
                )}
                <Button size="xs" variant="subtle" onClick={() => setAsked({ what: 'correct', post })}>
                  {text.correct}
                </Button>
                <Button size="xs" variant="subtle" onClick={() => setAsked({ what: 'strike', post })}>
                  {text.strike}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {asked?.what === 'give' && <PostDialog zone={zone} post={null} onClose={close} />}
      {asked?.what === 'correct' && <PostDialog zone={zone} post={asked.post} onClose={close} />}
      {asked?.what === 'end' && <EndDialog zone={zone} post={asked.post} onClose={close} />}
      {asked?.what === 'strike' && (
        <StrikeDialog zone={zone} kind="post" id={asked.post.id} name={asked.post.name} onClose={close} />
      )}
    </Section>
  )
}
