import { Button } from '@mantine/core'
import { Link, useLocation, useSearchParams } from 'wouter'
import { type NoticeKind, noticeKinds } from '../../db/vocabulary.ts'
import { mayIssue } from '../../server/domain/notice-kinds.ts'
import { mostHazards } from '../../server/notices/wire.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { EmptyState, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { newNoticeAddress } from './filter.ts'
import { NoticeForm } from './notice-form.tsx'
import { useNoticeDraft } from './use-notice-draft.ts'

const looksLikeId = /^[0-9a-f-]{36}$/

/** Writing a document about the hazards in the address: everything is filled in, and seen before it is issued. */
export default function NewNoticePage() {
  const text = useWords(noticeWords)
  const { role } = useMe().person
  const [search] = useSearchParams()
  const kinds = noticeKinds.filter((kind) => mayIssue(kind, { role }) === null)
  const hazards = (search.get('hazards') ?? '')
    .split(',')
    .filter((id, at, all) => looksLikeId.test(id) && all.indexOf(id) === at)
    .slice(0, mostHazards)
  const kind = kinds.find((one) => one === search.get('kind')) ?? kinds[0]
  const [only] = hazards
  const backTo = hazards.length === 1 && only !== undefined ? `/hazards/${only}` : '/register'
  return (
    <Page title={text.newNotice} backTo={backTo}>
      {kind === undefined ? (
        <EmptyState title={text.noKind} />
      ) : hazards.length === 0 ? (
        <EmptyState
          title={text.noHazardsTitle}
          action={
            <Button component={Link} href="/register" variant="filled">
              {text.toRegister}
            </Button>
          }
        >
          {text.noHazardsHow}
        </EmptyState>
      ) : (
        <Drafting key={`${kind} ${hazards.join()}`} kind={kind} kinds={kinds} hazards={hazards} />
      )}
    </Page>
  )
}

interface DraftingProps {
  readonly kind: NoticeKind
  readonly kinds: readonly NoticeKind[]
  readonly hazards: readonly string[]
}

const Drafting = ({ kind, kinds, hazards }: DraftingProps) => {
  const [, go] = useLocation()
  const draft = useNoticeDraft(kind, hazards, null)
  if (draft.isPending) return <LoadingRows rows={8} />
  if (draft.data === undefined)
    return <ErrorState problem={draft.error} retry={() => void draft.refetch()} retrying={draft.isFetching} />
  return (
    <NoticeForm
      draft={draft.data}
      kinds={kinds}
      onKind={(next) => go(newNoticeAddress(hazards, next), { replace: true })}
    />
  )
}
