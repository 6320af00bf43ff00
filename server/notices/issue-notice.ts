import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { type Day, dayOf } from '../domain/county-calendar.ts'
import { documentNumberOf, mayIssue, tableOfNotices } from '../domain/notice-kinds.ts'
import { findCounty, nextInSequence } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { tellOfNotice } from '../messages/tell-of-notice.ts'
import type { World } from '../world.ts'
import { addresseesOf } from './notice-addressees.ts'
import { contentOf } from './notice-text.ts'
import { readNotice } from './notice-whole.ts'
import { openHazards } from './open-hazards.ts'
import { addNotice } from './store.ts'
import { templateVersionInForce } from './template-store.ts'
import type { IssueNotice } from './wire.ts'

/**
 * Issues a document under the id its author gave it. Number, content and rows are one commit, and both files are only
 * ever drawn from the content: no crash can part them. Sent again with the same content it is answered again.
 */
export const issueNotice = async (world: World, actor: Actor, id: string, body: IssueNotice) => {
  const { kind } = body
  const row = tableOfNotices[kind]
  const refused = mayIssue(kind, actor)
  if (refused) throw new Problem('not-yours', { because: refused, who: row.by })
  const contentHash = hashOfContent({ id, notice: body })
  const isNew = await inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, id, contentHash)) return false
    const county = await findCounty(tx, actor.county)
    const now = world.now()
    const today = dayOf(now, county.timeZone)
    mustFitTheKind(body, today)
    const year = Number(today.slice(0, 4))
    // the number first: issuers of one kind take turns from here on, and what is refused below gives it back
    const number = await nextInSequence(tx, actor.county, `notice-${kind}`, year)
    const documentNumber = documentNumberOf(county.registerPrefix, kind, year, number)
    const to = await addresseesOf(tx, actor, body)
    const cases = await hazardsFor(tx, actor, body, today)
    const content = await contentOf(tx, actor, { county, body, to, cases, documentNumber, today })
    const templateVersion = await templateVersionInForce(tx, actor.county, kind)
    await addNotice(tx, {
      notice: {
        ...{ county: actor.county, id, version: 1, kind, year, number, documentNumber, state: 'issued' },
        ...{ addresseeUnitId: body.addresseeUnitId, addressee: to.addressee, copyUnitIds: body.copyUnitIds },
        ...{ issuerUnitId: actor.unitId, issuedBy: actor.id, issuedAt: now },
        ...{ cureDueOn: body.cureDueOn, replyDueOn: body.replyDueOn },
        ...{ content, contentHash: hashOfContent(content), templateVersion },
      },
      recipients: to.recipients.map((recipient) => ({ county: actor.county, noticeId: id, ...recipient })),
      hazards: cases.map(({ hazard }, position) => ({
        ...{ county: actor.county, noticeId: id, hazardId: hazard.id, position },
      })),
    })
    const entry = { county: actor.county, at: now, actorId: actor.id, kind: 'notice-issued' as const }
    const told = { noticeId: id, kind, number: documentNumber, addressee: to.addressee }
    await note(tx, {
      ...{ ...entry, subjectId: id },
      body: {
        ...told,
        ...{ hazards: body.hazards, unitIds: to.recipients.map(({ unitId }) => unitId) },
        ...(body.deviceAt !== null && { deviceAt: body.deviceAt }),
      },
    })
    for (const { hazard } of cases) await note(tx, { ...entry, subjectId: hazard.id, body: told })
    const notice = { ...body, id, documentNumber, addressee: to.addressee, issuedBy: actor.id }
    await tellOfNotice(tx, world, actor, { kind: 'notice-received', notice })
    await rememberAct(tx, actor, { id, contentHash, subjectId: id, at: now })
    return true
  })
  return { isNew, notice: await readNotice(world, actor, id) }
}

const wrong = (pointer: string, fault: string) => new Problem('invalid', { fields: [{ pointer, fault }] })

const mustFitTheKind = ({ kind, texts, hazards, ...body }: IssueNotice, today: Day): void => {
  const row = tableOfNotices[kind]
  for (const [field, wanted] of [
    ['cureDueOn', row.cureDay],
    ['replyDueOn', row.replyDay],
  ] as const) {
    const day = body[field]
    if (day === null && wanted === 'needed') throw wrong(`/${field}`, 'required')
    if (day !== null && wanted === 'none') throw wrong(`/${field}`, 'not-in-this-kind')
    if (day !== null && day < today) throw wrong(`/${field}`, 'in-the-past')
  }
  const missing = row.neededTexts.find((field) => texts[field] === '')
  if (missing) throw wrong(`/texts/${missing}`, 'required')
  if (new Set(hazards).size !== hazards.length) throw wrong('/hazards', 'repeated')
}

/** Each hazard in scope, else 404, and fit for a document of this kind, else 409; the answer names which are not. */
const hazardsFor = async (tx: Tx, actor: Actor, { kind, hazards }: IssueNotice, today: Day) => {
  const opened = await openHazards(tx, actor, hazards, { kind, today })
  const shut = opened.flatMap(({ because }, at) => (because === null ? [] : [{ at, because }]))
  const [first] = shut
  if (first)
    throw new Problem('does-not-fit', {
      because: first.because,
      fields: shut.map(({ at, because }) => ({ pointer: `/hazards/${at}`, fault: because })),
    })
  return opened.map(({ found }) => found)
}
