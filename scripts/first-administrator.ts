import { isNewDatabase, openDatabase } from '../db/open.ts'
import { uuidV7 } from '../server/domain/uuid-v7.ts'
import { accountKey, accountShape } from '../server/people/account.ts'
import { allCounties } from '../server/people/county-store.ts'
import { createFirstAdministrator } from '../server/people/create-first-administrator.ts'
import { countPeople } from '../server/people/people-store.ts'
import { isTooEasy } from '../server/people/too-easy.ts'
import { giveUp, say } from './say.mjs'
import { ask } from './terminal.ts'

const shortestPassword = 10

/** Asks until the answer is fit; `fault` says in both languages why one is not. */
const askFor = async (question: string, fault: (answer: string) => string | null, hidden = false): Promise<string> => {
  for (;;) {
    const answer = await ask(`  ${question}: `, { hidden })
    const why = fault(answer)
    if (why === null) return answer
    console.log(`    ${why}`)
  }
}

const notEmpty = (answer: string): string | null => (answer === '' ? '不能为空 · it cannot be empty' : null)

const passwordFault =
  (account: string) =>
  (password: string): string | null => {
    if ([...password].length < shortestPassword)
      return `至少 ${shortestPassword} 个字符 · at least ${shortestPassword} characters`
    return isTooEasy(password, accountKey(account)) ? '太容易猜到 · too easy to guess' : null
  }

const askForAdministrator = async () => {
  console.log('\n这个数据库里还没有人。请设立县和第一位管理员（密码不显示）。')
  console.log(
    'Nobody is in this database yet. Found the county and its first administrator (passwords are not shown).\n',
  )
  const countyCode = await askFor('县级区划代码 county code, 6 digits', (answer) =>
    /^\d{6}$/.test(answer) ? null : '应为六位数字，如 360424 · six digits, such as 360424',
  )
  const countyName = await askFor('县名 county name', notEmpty)
  const account = await askFor('管理员账号 account', (answer) =>
    accountShape.test(accountKey(answer))
      ? null
      : '2 至 32 个字母、数字、点或横线 · 2 to 32 letters, digits, dots or dashes',
  )
  const name = await askFor('管理员姓名 name', notEmpty)
  for (;;) {
    const password = await askFor(
      `密码 password, at least ${shortestPassword} characters`,
      passwordFault(account),
      true,
    )
    const again = await ask('  再输一次 once more: ', { hidden: true })
    if (password === again) return { countyCode, countyName, account, name, password }
    console.log('    两次不一致 · the two differ')
  }
}

const noTerminal = (): never =>
  giveUp(
    '数据库里还没有人，需要在终端上设立第一位管理员：请在终端里运行 npm start -- --empty 并回答提问（密码不接受环境变量）。只想看看：换一个尚不存在的 LUQING_DATA，运行 npm start，即得演示县。',
    'Nobody is in the database yet, and the first administrator is asked for on a terminal: run npm start -- --empty in one and answer (no password is taken from the environment). Just to look around, name by LUQING_DATA a folder that does not exist yet and run npm start: it makes the demo county.',
  )

/** A database without people gets its first administrator here, by somebody at the terminal. Never a default password. */
export const seeToFirstAdministrator = async (database: string): Promise<void> => {
  if (isNewDatabase(database) && !process.stdin.isTTY) noTerminal()
  const db = await openDatabase(database).catch((fault: Error) =>
    giveUp(`数据库打不开（${fault.message}）。`, `The database could not be opened: ${fault.message}`),
  )
  try {
    for (const { county } of await allCounties(db)) if ((await countPeople(db, county)) > 0) return
    if (!process.stdin.isTTY) noTerminal()
    const asked = await askForAdministrator()
    const now = () => new Date().toISOString()
    const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
    await createFirstAdministrator({ db, now, newId }, asked)
    say(`${asked.countyName}和管理员 ${asked.account} 已设立 · county and administrator are set up`)
  } finally {
    await db.close()
  }
}
