import type { Kit } from '../dialect.ts'
import { deliveryStates, hookKinds, type MessageKind, messageKinds } from '../vocabulary.ts'

/** Being told: each person's inbox, and what goes out of the house. */
export const messageTables = (kit: Kit) => ({
  messages: kit.table(
    'messages',
    {
      county: kit.text().notNull(),
      /** Counts up through the county in the order of commits, so that a listener misses none. */
      seq: kit.whole().notNull(),
      personId: kit.text().notNull(),
      kind: kit.oneOf(messageKinds).notNull(),
      hazardId: kit.text(),
      taskId: kit.text(),
      noticeId: kit.text(),
      actorId: kit.text(),
      body: kit.json<Readonly<Record<string, unknown>>>().notNull(),
      at: kit.instant().notNull(),
      readAt: kit.instant(),
      /** What may be said only once to this person, such as one reminder of one deadline. */
      onceKey: kit.text(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.seq] }),
      kit.index('messages_by_person').on(c.county, c.personId, c.seq),
      kit.index('messages_unread').on(c.county, c.personId, c.readAt),
      kit.uniqueIndex('said_once').on(c.county, c.personId, c.onceKey),
      kit.index('messages_by_key').on(c.county, c.onceKey),
    ],
  ),
  /** Kinds of message that ring a person's phone; what has no row rings by default. */
  messageChoices: kit.table(
    'message_choices',
    {
      county: kit.text().notNull(),
      personId: kit.text().notNull(),
      silent: kit.json<readonly MessageKind[]>().notNull(),
      /** Hours of the county's day in which nothing rings; null where there are none. */
      quietFrom: kit.count(),
      quietUntil: kit.count(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.personId] })],
  ),
  /** Web Push subscriptions, one per browser. */
  pushSubscriptions: kit.table(
    'push_subscriptions',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      personId: kit.text().notNull(),
      endpoint: kit.text().notNull(),
      p256dh: kit.text().notNull(),
      auth: kit.text().notNull(),
      device: kit.text().notNull(),
      addedAt: kit.instant().notNull(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.uniqueIndex('one_subscription_per_endpoint').on(c.county, c.endpoint),
      kit.index('subscriptions_by_person').on(c.county, c.personId),
    ],
  ),
  /** Robots and other receivers outside that are told by webhook. */
  hooks: kit.table(
    'hooks',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      version: kit.count().notNull(),
      kind: kit.oneOf(hookKinds).notNull(),
      name: kit.text().notNull(),
      url: kit.text().notNull(),
      secret: kit.text().notNull(),
      events: kit.json<readonly MessageKind[]>().notNull(),
      active: kit.flag().notNull(),
      addedAt: kit.instant().notNull(),
      addedBy: kit.text().notNull(),
      parkedAt: kit.instant(),
      lastError: kit.text(),
      removedAt: kit.instant(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.id] })],
  ),
  /** What is to go out, one row per receiver; written in the act's own transaction. */
  deliveries: kit.table(
    'deliveries',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      hookId: kit.text(),
      subscriptionId: kit.text(),
      onceKey: kit.text().notNull(),
      kind: kit.oneOf(messageKinds).notNull(),
      body: kit.json<Readonly<Record<string, unknown>>>().notNull(),
      state: kit.oneOf(deliveryStates).notNull(),
      attempts: kit.count().notNull(),
      madeAt: kit.instant().notNull(),
      nextAt: kit.instant().notNull(),
      leasedUntil: kit.instant(),
      sentAt: kit.instant(),
      lastError: kit.text(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.uniqueIndex('delivered_once').on(c.county, c.onceKey),
      kit.index('deliveries_due').on(c.county, c.state, c.nextAt),
      kit.index('deliveries_by_hook').on(c.county, c.hookId, c.madeAt),
    ],
  ),
  /** What is to be done at a time (reminders, sweeps): survives restarts, is leased by one process, done once. */
  jobs: kit.table(
    'jobs',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      kind: kit.text().notNull(),
      onceKey: kit.text().notNull(),
      body: kit.json<Readonly<Record<string, unknown>>>().notNull(),
      dueAt: kit.instant().notNull(),
      leasedUntil: kit.instant(),
      attempts: kit.count().notNull(),
      doneAt: kit.instant(),
      lastError: kit.text(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.uniqueIndex('one_job_per_key').on(c.county, c.onceKey),
      kit.index('jobs_due').on(c.county, c.doneAt, c.dueAt),
    ],
  ),
  /** Keys of this server that must outlive it, such as the pair that signs Web Push. */
  serverKeys: kit.table(
    'server_keys',
    { county: kit.text().notNull(), name: kit.text().notNull(), value: kit.text().notNull() },
    (c) => [kit.primaryKey({ columns: [c.county, c.name] })],
  ),
})
