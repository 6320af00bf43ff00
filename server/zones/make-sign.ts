import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import { workOnDocument } from '../notices/document-workshop.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { drawSign, drawZoneMap } from './sign/draw-sign.ts'
import { signFactsOfZone } from './sign-facts-of-zone.ts'
import { findZone } from './store.ts'

/** `map` is the sign's map alone. */
export type SignEnding = 'svg' | 'pdf' | 'map'

/** A zone's sign as it stands today, for whoever is signed in: everything on it is to stand by the road. */
export const makeSign = async (
  world: World,
  actor: Actor,
  zoneId: string,
  ending: SignEnding,
  publicUrl: string | null,
): Promise<{ bytes: Uint8Array; fileName: string }> => {
  const { db } = world
  const zone = await findZone(db, actor.county, zoneId)
  if (!zone) throw new Problem('not-there')
  const facts = await signFactsOfZone(world, zone, publicUrl)
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
  if (ending === 'map') return { bytes: bytesOf(drawZoneMap(facts.map)), fileName: `${zone.name}.svg` }
  const svg = drawSign(facts)
  const fileName = `路长制公示牌 ${zone.name}.${ending}`
  if (ending === 'svg') return { bytes: bytesOf(svg), fileName }
  const on = dayOf(world.now(), await timeZoneOf(db, actor.county))
  const news = await workOnDocument({ task: 'sign', svg, on })
  if (news.task !== 'signed')
    throw new Error(news.task === 'failed' ? news.because : 'the sign came out as something else')
  return { bytes: news.pdf, fileName }
}
