// @ts-check
// The first file anybody runs, so it needs nothing installed: it sees to the dependencies, then hands over to the
// Node 24 that comes with them. It and its three imports keep to old syntax, so that an old Node can say that it is.
import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { bin, bundledNode, environmentOutsideModules, install, isInstalled, root } from './install-dependencies.mjs'
import { passOnSignals } from './pass-on-signals.mjs'
import { giveUp } from './say.mjs'

const oldestNode = 20
// a small young generation keeps the server small too, at no cost that could be measured
const nodeOptions = ['--max-semi-space-size=8', '--import', new URL('load-quickly.mjs', import.meta.url).href]

/**
 * An npm that is killed outright takes nobody with it; what it started is then stopped in its stead.
 * @param {() => void} act @returns {() => void}
 */
function whenNpmDies(act) {
  const { npm_lifecycle_event: startedByNpm } = process.env
  const npm = process.ppid
  const watch = setInterval(() => {
    if (startedByNpm === undefined || process.ppid === npm) return
    clearInterval(watch)
    act()
  }, 2000)
  return () => clearInterval(watch)
}

/**
 * The script runs as a group of its own: Ctrl-C then reaches this process alone, which passes it on once. The channel
 * tells the script when this process was killed outright.
 * @param {string} script @param {string[]} args
 */
function handOver(script, args) {
  const outside = environmentOutsideModules()
  const child = spawn(bundledNode, [...nodeOptions, resolve(root, script), ...args], {
    cwd: root,
    env: Object.assign({}, outside, {
      PATH: bin + delimiter + outside.PATH,
      // libvips works on many threads: with an arena each, glibc keeps 40 MB that nobody uses
      MALLOC_ARENA_MAX: outside['MALLOC_ARENA_MAX'] ?? '2',
    }),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const stopListening = passOnSignals((signal) => child.kill(signal))
  const stopWatching = whenNpmDies(() => child.kill('SIGTERM'))
  child.on('error', (fault) =>
    giveUp(
      `随依赖安装的 Node 24 无法启动（${fault.message}）。若 node_modules 来自另一台机器，请删除后重试。`,
      `The Node 24 among the dependencies does not start (${fault.message}). If node_modules comes from another machine, delete it and try again.`,
    ),
  )
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code === null ? 1 : code)
    stopListening()
    stopWatching()
    process.kill(process.pid, signal)
  })
}

async function main() {
  const [script, ...args] = process.argv.slice(2)
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    giveUp(
      `需要 Node.js ${oldestNode} 或更新的版本，现在是 ${process.versions.node}。请从 nodejs.org 安装 Node 24 LTS（macOS：brew install node@24），然后重试。`,
      `Node.js ${oldestNode} or newer is needed, this is ${process.versions.node}. Install Node 24 LTS from nodejs.org (macOS: brew install node@24), then try again.`,
    )
  }
  if (script === undefined)
    giveUp('用法：node scripts/with-node24.mjs 脚本', 'usage: node scripts/with-node24.mjs SCRIPT')
  if (!isInstalled()) await install()
  handOver(script, args)
}

main()
