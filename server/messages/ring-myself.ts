import type { Actor } from '../domain/actor.ts'
import { HookFault } from '../hooks/hook-fault.ts'
import type { Outside } from '../hooks/outside.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { findSubscriptionAt } from './push-store.ts'
import { postPush, strikeOff } from './send-push.ts'

const words = {
  zh: { title: '测试通知', sentence: '这台设备可以收到路清的通知。' },
  en: { title: 'A test', sentence: 'Luqing can ring this device.' },
}

/** Rings one's own browser once to see that it works; what the push service said comes back, good or bad. */
export const ringMyself = async (
  world: World,
  actor: Actor,
  outside: Outside,
  endpoint: string,
): Promise<{ ok: boolean; fault: string | null }> => {
  const found = await findSubscriptionAt(world.db, actor.county, endpoint)
  if (found?.personId !== actor.id) throw new Problem('not-there')
  try {
    const status = await postPush(world, outside, found, { seq: null, path: '/messages', ...words })
    if (status !== 404 && status !== 410) return { ok: true, fault: null }
    await strikeOff(world, found)
    return { ok: false, fault: 'receiver-removed' }
  } catch (error) {
    if (error instanceof HookFault) return { ok: false, fault: error.kept }
    throw error
  }
}
