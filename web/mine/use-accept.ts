import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, told } from '../api.ts'
import { type Post, useTakeStep } from '../hazards/steps/take-step.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { useWords } from '../text/language.ts'
import { mineWords } from '../text/mine-words.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { say } from '../ui/say.tsx'
import type { WaitingItem } from './due-groups.ts'
import { mineKey } from './mine-key.ts'

/** Accepting a task from the list: one tap, however often it is tapped, under one id per task and version. */
export const useAccept = () => {
  const text = useWords(mineWords)
  const ofOutbox = useWords(outboxWords)
  const client = useQueryClient()
  const takeStep = useTakeStep()
  const acts = useRef(new Map<string, { actId: string; deviceAt: string }>())
  const [taking, setTaking] = useState<string | null>(null)

  const accept = async ({ hazard, taskId }: WaitingItem): Promise<void> => {
    if (taskId === null || taking !== null) return
    setTaking(taskId)
    const key = `${taskId}-${hazard.version}`
    const act = acts.current.get(key) ?? { actId: newId(), deviceAt: serverNow() }
    acts.current.set(key, act)
    const param = { id: hazard.id, taskId }
    const post: Post = (json, options) =>
      told(api.hazards[':id'].tasks[':taskId'].accept.$post({ param, json }, options))
    const subject = {
      hazardId: hazard.id,
      version: hazard.version,
      label: hazard.registerNumber,
      seenSeq: null,
      move: 'accept-task',
      taskId,
    } as const
    try {
      const outcome = await takeStep(subject, act, { post: () => post })
      const accepted = text.accepted(hazard.registerNumber ?? hazard.shortCode)
      say.done(outcome === 'taken' ? accepted : ofOutbox[outcome === 'kept' ? 'keptHere' : 'keptSlow'])
    } catch (error) {
      say.failed(error)
      await client.invalidateQueries({ queryKey: mineKey })
    } finally {
      setTaking(null)
    }
  }
  return { accept, taking }
}
