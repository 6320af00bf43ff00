import { z } from 'zod'
import { eventKinds } from '../../db/event-kinds.ts'
import { chiefLevels, helperKinds, stationKinds, taskStates } from '../../db/vocabulary.ts'
import { type Reason, reasonWords } from '../domain/reasons.ts'
import { stayReasons } from '../domain/zone-terms.ts'
import { DayText, Id, NeededWords, stepFields, Words } from '../hazards/wire.ts'
import { Helper, ZoneCard } from './wire.ts'

/** What a zone's keepers send, and the zone whole: its chiefs of all time, its helpers, what was done to it. */

const PersonId = z.string().min(1).max(64)
const PostId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,159}$/)
export const PostParam = z.strictObject({ id: z.string().min(1).max(64), postId: PostId })
export const NewPostParam = z.strictObject({ id: z.string().min(1).max(64), postId: Id })
export const HelperParam = z.strictObject({ id: z.string().min(1).max(64), helperId: Id })

const term = { heldFrom: DayText, heldUntil: DayText.nullable().default(null) }
export const GivePost = z.strictObject({
  ...stepFields,
  personId: PersonId,
  level: z.enum(chiefLevels),
  ...term,
  because: Words(300).default(''),
})
export type GivePost = z.infer<typeof GivePost>
export const EndPost = z.strictObject({ ...stepFields, heldUntil: DayText, because: Words(300).default('') })
export type EndPost = z.infer<typeof EndPost>
export const CorrectPost = z.strictObject({ ...GivePost.shape, because: NeededWords(300) })
export type CorrectPost = z.infer<typeof CorrectPost>
export const StrikeOut = z.strictObject({ ...stepFields, because: NeededWords(300) })
export type StrikeOut = z.infer<typeof StrikeOut>

const Phone = z.string().regex(/^[0-9+][0-9 -]{2,19}$/)
export const HelperBody = z.strictObject({
  ...stepFields,
  kind: z.enum(helperKinds),
  name: NeededWords(40),
  phone: Phone.nullable().default(null),
  title: Words(40).default(''),
  stationKind: z.enum(stationKinds).nullable().default(null),
  station: Words(60).default(''),
  ...term,
})
export type HelperBody = z.infer<typeof HelperBody>

export const HandOverQuery = z.strictObject({ postId: PostId, toPersonId: PersonId, fromOn: DayText })
export type HandOverQuery = z.infer<typeof HandOverQuery>

const Text = z.string()
const Maybe = z.string().nullable()
const taskLine = {
  taskId: Text,
  hazardId: Text,
  /** Register number, or the short code. */
  label: Text,
  what: Text,
  state: z.enum(taskStates),
  dueOn: Text,
  overdue: z.boolean(),
  unit: Maybe,
  person: Maybe,
}
const PersonLine = z.strictObject({ id: Text, name: Text, unit: Maybe })

export const HandOverPlan = z
  .strictObject({
    /** Stands for all below: it is confirmed as it was shown, or not at all. */
    plan: Text,
    level: z.enum(chiefLevels),
    from: PersonLine,
    to: PersonLine,
    fromOn: Text,
    /** Last day of the former chief, where it is set by this. */
    formerUntil: Maybe,
    /** The new chief holds the post already. */
    holdsAlready: z.boolean(),
    moves: z.array(
      z.strictObject({ ...taskLine, begun: z.boolean(), extensionAsked: z.boolean(), named: z.boolean() }),
    ),
    stays: z.array(z.strictObject({ ...taskLine, because: z.enum(stayReasons) })),
    /** Further tasks beyond what is handed over at once. */
    more: z.int(),
  })
  .meta({ id: 'HandOverPlan' })
export type HandOverPlan = z.infer<typeof HandOverPlan>

export const mostTasksAtOnce = 200
export const HandOverZone = z.strictObject({
  ...stepFields,
  ...HandOverQuery.shape,
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  /** Those of the plan's that go along; the others stay with whom they are. */
  taskIds: z.array(Id).max(mostTasksAtOnce),
  because: NeededWords(300),
})
export type HandOverZone = z.infer<typeof HandOverZone>

const Post = z.strictObject({
  id: Text,
  personId: Text,
  name: Text,
  unit: Maybe,
  phone: Maybe,
  level: z.enum(chiefLevels),
  heldFrom: Text,
  heldUntil: Maybe,
  /** As of today. */
  when: z.enum(['past', 'now', 'ahead']),
})
const reasons = Object.keys(reasonWords) as [Reason, ...Reason[]]
const Door = z.enum(reasons).nullable()

export const ZoneWhole = z
  .strictObject({
    ...ZoneCard.shape,
    version: z.int(),
    today: Text,
    lengthMetres: z.int().nullable(),
    posts: z.array(Post),
    /** Past and coming ones of this zone too; the card has those of today alone. */
    allHelpers: z.array(z.strictObject({ ...Helper.shape, when: Post.shape.when })),
    entries: z.array(
      z.strictObject({
        seq: z.int(),
        at: Text,
        kind: z.enum(eventKinds),
        by: Maybe,
        /** Whom it was about, and whom besides. */
        person: Maybe,
        other: Maybe,
        heldFrom: Maybe,
        heldUntil: Maybe,
        because: Maybe,
        tasks: z.int().nullable(),
      }),
    ),
    doors: z.strictObject({ posts: Door, handOver: Door, helpers: Door }),
    /** Who can be made a chief here; empty for whoever may not. */
    candidates: z.array(
      z.strictObject({
        ...PersonLine.shape,
        leads: z.boolean(),
        /** The unit’s area lies in another township than the zone. */
        elsewhere: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ZoneWhole' })
export type ZoneWhole = z.infer<typeof ZoneWhole>
