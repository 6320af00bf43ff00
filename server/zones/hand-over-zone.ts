import type { Actor } from '../domain/actor.ts'
import { noFacts } from '../domain/message-facts.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { tell } from '../messages/tell.ts'
import type { World } from '../world.ts'
import { type Asked, changeZone } from './change-of-zone.ts'
import { refuse } from './check-post.ts'
import { handTaskOver } from './hand-task-over.ts'
import { addPost, changePost, postIsKnown } from './post-store.ts'
import type { HandOverZone } from './whole-wire.ts'
import { workOutHandOver } from './work-out-hand-over.ts'

/** Hands a zone from one chief to the next as the dry run has shown it: terms, tasks, journal and tellings at once. */
export const handOverZone = (world: World, actor: Actor, asked: Asked<HandOverZone>) =>
  changeZone(world, actor, asked, { kind: 'zone-handed-over', door: 'handOver' }, async (ground) => {
    const { tx, zone, posts, now, today, timeZone } = ground
    const { plan: agreed, taskIds, because, postId, toPersonId, fromOn } = asked.body
    const { post, former, next, unitId, plan } = await workOutHandOver(tx, zone, posts, asked.body, today)
    if (plan.plan !== agreed) throw new Problem('changed-meanwhile', { present: plan })
    const going = plan.moves.filter(({ taskId }) => taskIds.includes(taskId))
    if (going.length !== taskIds.length) return refuse('/taskIds', 'not-in-the-plan')

    const { county } = zone
    if (plan.formerUntil !== null) await changePost(tx, post, { heldUntil: plan.formerUntil })
    if (!plan.holdsAlready) {
      if (await postIsKnown(tx, county, asked.id)) throw new Problem('other-content')
      const term = { level: post.level, heldFrom: fromOn, heldUntil: null }
      await addPost(tx, { county, id: asked.id, zoneId: zone.id, personId: next.id, ...term })
    }
    const said = because === '' ? null : because
    // both hear of the zone first, then whoever it concerns of each task
    const facts = { ...noFacts, label: zone.name, by: actor.name, dueOn: fromOn, because: said }
    const about = { kind: 'zone-handed-over' as const, hazardId: null, taskId: null, noticeId: null }
    await tell(tx, { county, zone: timeZone, at: now, actorId: actor.id, newId: world.newId }, [
      { ...about, to: [{ person: next.id }], facts: { ...facts, unit: former.name } },
      { ...about, to: [{ person: former.id }], facts: { ...facts, unit: next.name, variant: 'given-away' as const } },
    ])
    if (going.length > 0 && unitId !== null) {
      const row = await findCounty(tx, county)
      const handing = { actor, county: row, now, today, newId: world.newId, because }
      for (const task of going) await handTaskOver(tx, { ...handing, to: { unitId, personId: next.id } }, task)
    }
    return {
      ...{ postId, personId: toPersonId, formerId: former.id, level: post.level, heldFrom: fromOn },
      ...{ taskIds: going.map(({ taskId }) => taskId), because },
    }
  })
