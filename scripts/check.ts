import { join } from 'node:path'
import { type Exceptions, houseOf, readTree } from './check/house.ts'
import { rules, violationsOf } from './check/rules.ts'

const navigation = 'a link that opens navigation on the phone; nothing is loaded from there'

/** The house rules that no compiler or linter knows; README.md says where they come from. */
const exceptions: Exceptions = {
  bookkeepers: {
    'server/people/who-is-asking.ts': "when a session was last used is nobody's act",
    'server/people/shelf-secret.ts': "the secret behind each person's shelf key is made by the server for itself",
    'server/messages/read-messages.ts': 'what somebody has read of their own inbox is no act upon the county',
    'server/messages/push-keys.ts': 'the pair that signs Web Push is made by the server for itself',
    'server/messages/send-push.ts': 'a browser that is gone is struck off by nobody, and noted so',
    'server/hooks/send-deliveries.ts': "what becomes of a message on its way out is nobody's act",
    'server/jobs/remind.ts': "what falls due by itself is nobody's act; escalations are noted as the system's",
    'server/jobs/runner.ts': "leases and ends of jobs are nobody's act",
    'server/photos/fill-looks.ts': "what a photo received earlier looks like is nobody's act",
  },
  transactions: {
    'db/migrate.ts': 'a migration is all or nothing, and runs before there is anybody to act',
  },
  escapes: [
    {
      file: 'db/dialect.ts',
      kind: 'as unknown as',
      times: 1,
      reason: "SQLite's column makers seen through PostgreSQL's types; the tests run on both engines",
    },
    {
      file: 'db/unit-of-work.ts',
      kind: 'as unknown as',
      times: 1,
      reason: "SQLite's query builder seen through PostgreSQL's types; the tests run on both engines",
    },
  ],
  hosts: {
    'uri.amap.com': navigation,
    'api.map.baidu.com': navigation,
    'apis.map.qq.com': navigation,
    't0.tianditu.gov.cn': 'asked by the server alone, and only where the county has set a key for it',
  },
}

/** Prints every violation and returns how many rules hold and how many do not. */
export const checkHouse = (say: (line: string) => void): { held: number; broken: number } => {
  const house = houseOf(readTree(join(import.meta.dirname, '..')), exceptions)
  const violations = violationsOf(house)
  for (const { file, line, rule, sentence } of violations) say(`${file}:${line} ${rule}: ${sentence}`)
  const broken = new Set(violations.map(({ rule }) => rule)).size
  say(`${rules.length - broken} of ${rules.length} house rules hold over ${house.sources.size} files`)
  return { held: rules.length - broken, broken }
}

if (import.meta.main && checkHouse(console.log).broken > 0) process.exitCode = 1
