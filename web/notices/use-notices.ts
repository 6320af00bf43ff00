import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { NoticeWhole } from '../../server/notices/answers.ts'
import { api, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { useAsked } from '../asking.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'

export const noticeKey = (id: string) => ['notice', id] as const

export const useNotice = (id: string) => useAsked(noticeKey(id), () => told(api.notices[':id'].$get({ param: { id } })))

/** Lists in which documents and their hazards stand; the county's own lists do not change by a letter. */
const untouched: readonly unknown[] = ['session', 'county', 'people', 'notice', 'door', 'notice-draft']

/** Puts a document as it is now in the place of what was shown, and lets lists and hazards be read anew. */
export const useKeepNotice = (): ((notice: NoticeWhole) => void) => {
  const client = useQueryClient()
  return (notice) => {
    client.setQueryData(noticeKey(notice.id), notice)
    void client.invalidateQueries({ predicate: ({ queryKey }) => !untouched.includes(queryKey[0]) })
  }
}

interface ActFields {
  readonly actId: string
  readonly deviceAt: string
}

/** One act on a document under one id, however often it is tapped; what somebody else did meanwhile is read anew. */
export const useNoticeAct = (id: string) => {
  const client = useQueryClient()
  const keep = useKeepNotice()
  const act = useRef<ActFields | null>(null)
  const underWay = useRef<Promise<void> | null>(null)
  const take = async (post: (fields: ActFields) => Promise<NoticeWhole>): Promise<void> => {
    act.current ??= { actId: newId(), deviceAt: serverNow() }
    try {
      keep(await post(act.current))
      act.current = null
    } catch (error) {
      if (error instanceof ApiProblem) {
        await client.refetchQueries({ queryKey: noticeKey(id) })
        // an earlier attempt had arrived although its answer was lost: the next one is another act
        if (error.code === 'other-content') act.current = null
      }
      throw error
    }
  }
  return (post: (fields: ActFields) => Promise<NoticeWhole>): Promise<void> => {
    underWay.current ??= take(post).finally(() => {
      underWay.current = null
    })
    return underWay.current
  }
}
