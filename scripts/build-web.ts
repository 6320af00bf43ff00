import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runChild } from './run-child.ts'
import { giveUp, say } from './say.mjs'

const stamp = join(root, 'dist/web.stamp')
const sources = [
  'web/**/*.*',
  'db/event-kinds.ts',
  'db/vocabulary.ts',
  'server/domain/*.ts',
  'server/*/*wire.ts',
  'server/*/*answers.ts',
  'server/people/account.ts',
  'package-lock.json',
  'tsconfig.json',
]
const isTest = (path: string): boolean => /\.test\.tsx?$|^web\/e2e\//.test(path)

export const sourcesOf = (house: string): string[] =>
  sources
    .flatMap((pattern) => globSync(pattern, { cwd: house }))
    .filter((path) => !isTest(path))
    .sort()

/** Names, sizes and times of all that the web app is made of: quick to take, and different after any edit. */
export const fingerprintOf = (house: string): string =>
  sourcesOf(house)
    .map((path) => {
      const { size, mtimeMs } = statSync(join(house, path))
      return `${path} ${size} ${mtimeMs}`
    })
    .join('\n')

const isFresh = (now: string): boolean =>
  existsSync(join(root, 'dist/web/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now

/** Builds dist/web when its sources have changed since the last build. False: it could not be built. */
export const buildWeb = async (): Promise<boolean> => {
  const now = fingerprintOf(root)
  if (isFresh(now)) return true
  say('正在构建网页 · building the web app')
  rmSync(stamp, { force: true }) // a build that is cut short leaves no stamp, so the next start builds again
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { ok, seconds } = await runChild(
    [process.execPath, vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    { env: { NODE_ENV: 'production' }, limitSeconds: 600 },
  )
  if (!ok) return false
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
  say(`网页已构建 · web app built in ${seconds.toFixed(0)} s`)
  return true
}

if (import.meta.main && !(await buildWeb()))
  giveUp('网页构建失败，原因见上。', 'The web app could not be built; the reason is above.')
