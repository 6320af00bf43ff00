// @ts-check
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passOnSignals } from './pass-on-signals.mjs'
import { giveUp, say } from './say.mjs'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.luqing-installed')
export const bin = join(modules, '.bin')
export const bundledNode = join(bin, 'node')

const fingerprintOfLock = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean }>} */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** Whether an installation that somebody made with npm itself, hence without our stamp, is the one the lock asks for. */
function agreesWithLock() {
  const written = join(modules, '.package-lock.json') // npm writes it last, so half an installation has none
  if (!existsSync(written)) return false
  const installed = packagesIn(written)
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, asked]) => {
    const found = installed[path]
    if (path === '') return true
    return found === undefined ? asked.optional === true : found.version === asked.version
  })
}

export function isInstalled() {
  if (!existsSync(bundledNode)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOfLock()) return true
  if (!agreesWithLock()) return false
  writeFileSync(stamp, fingerprintOfLock())
  return true
}

/** npm replaces node_modules while it runs, so neither it nor its scripts may find their Node in there. */
export function environmentOutsideModules() {
  const { PATH = '' } = process.env
  const folders = PATH.split(delimiter).filter((folder) => resolve(folder) !== bin)
  return Object.assign({}, process.env, { PATH: folders.join(delimiter) })
}

/** The npm that is running this script, else the one on the PATH. @returns {[string, ...string[]]} */
function npmCommand() {
  const { npm_execpath: cli = '', npm_node_execpath: node = '' } = process.env
  const usable = /[\\/]npm-cli\.js$/.test(cli) && existsSync(cli) && existsSync(node) && !node.startsWith(modules)
  return usable ? [node, cli] : ['npm']
}

/**
 * Runs npm with its words shown, and keeps what it complained of.
 * @param {string[]} args @returns {Promise<{ status: number | null | 'no npm', complaint: string }>}
 */
function runNpm(args) {
  const [command, ...before] = npmCommand()
  const child = spawn(command, [...before, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: environmentOutsideModules(),
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const stopListening = passOnSignals((signal) => child.kill(signal))
  let complaint = ''
  child.stderr.on('data', (piece) => {
    process.stderr.write(piece)
    complaint = (complaint + piece).slice(-20_000)
  })
  return new Promise((done) => {
    child.on('error', () => done({ status: 'no npm', complaint }))
    child.on('close', (status) => {
      stopListening()
      done({ status, complaint })
    })
  })
}

const noNetwork = /^(E[45]\d\d|ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH)$/

/**
 * What to do about a failed install, by the code that npm gives.
 * @param {number | null | 'no npm'} status @param {string} complaint @returns {[string, string]}
 */
export function adviceOnFailure(status, complaint) {
  if (status === null) return ['安装被中断。', 'It was interrupted.']
  if (status === 'no npm')
    return [
      '找不到 npm。请先安装（Debian/Ubuntu：sudo apt-get install npm；macOS：brew install node）再重试。',
      'npm was not found: install it (Debian/Ubuntu: sudo apt-get install npm; macOS: brew install node), then try again.',
    ]
  const code = (/npm (?:error|ERR!) code (\S+)/.exec(complaint) || ['', ''])[1] || ''
  if (code === 'EUSAGE')
    return [
      'package.json 与 package-lock.json 不一致，请运行 npm install 后重试。',
      'package.json and package-lock.json disagree: run npm install, then try again.',
    ]
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return [
      `无权写入 ${modules} 或 npm 缓存，请检查文件夹的所有者。`,
      `${modules} or npm's cache cannot be written: look at who owns them.`,
    ]
  if (code === 'ENOSPC') return ['磁盘已满。', 'The disk is full.']
  if (noNetwork.test(code))
    return [
      `下载失败（${code}）：请检查网络、代理或 npm 的 registry 设置后重试。`,
      `The download failed (${code}): check the network, the proxy or npm's registry setting, then try again.`,
    ]
  return ['原因见上面 npm 的输出。', "The reason is in npm's own words above."]
}

/**
 * Two steps instead of a plain `npm ci`: an npm that knows nothing of `allowScripts` (9, 10, early 11) would compile
 * better-sqlite3, whose ready binary is there, and ask for a compiler. Only the package `node` needs its script.
 */
export async function install() {
  const startedAt = Date.now()
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  say('正在安装依赖，一般不到三分钟 · installing the dependencies, usually less than three minutes')
  const beat = setInterval(() => say(`仍在安装 · still installing, ${seconds()}`), 15_000)
  const steps = [['rebuild', 'node', '--ignore-scripts=false']]
  if (!agreesWithLock()) steps.unshift(['ci', '--ignore-scripts', '--include=dev', '--prefer-offline'])
  for (const step of steps) {
    const { status, complaint } = await runNpm(step)
    if (status === 0) continue
    const [zh, en] = adviceOnFailure(status, complaint)
    const failed = `npm ${step.join(' ')}, ${seconds()}`
    giveUp(`安装依赖失败（${failed}）。${zh}`, `Installing the dependencies failed (${failed}). ${en}`)
  }
  clearInterval(beat)
  writeFileSync(stamp, fingerprintOfLock())
  say(`依赖已安装 · dependencies installed in ${seconds()}`)
}
