import { spawnSync } from 'node:child_process'
import { findBrowser, findShell } from './find-browser.ts'
import { runChild } from './run-child.ts'
import { say } from './say.mjs'

const succeeds = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** How to run apt-get without being asked anything; null where that is not possible. */
const aptGet = (): string[] | null => {
  if (!succeeds('apt-get', '--version')) return null
  const base = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  if (process.getuid?.() === 0) return base
  return succeeds('sudo', '-n', 'true') ? ['sudo', '-n', ...base] : null
}

/** Without a Chinese font the pages still work, but their screenshots show empty boxes. */
const hasChineseFont = (): boolean => {
  if (process.platform === 'darwin') return true
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

const adviseOnBrowser = (): void => {
  say('没有找到 Chromium、Chrome 或 Edge，也不能自动安装。请安装后重试，或用 CHROME_PATH 指明它的路径：')
  say(
    'No Chromium, Chrome or Edge was found, and none could be installed. Install one or name its path by CHROME_PATH:',
  )
  say('  Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk    macOS: brew install --cask google-chrome')
}

/** The browser that the browser tests drive, installed by the system's package manager if need be. */
export const seeToBrowser = async (): Promise<string | null> => {
  const found = findBrowser()
  const named = process.env['CHROME_PATH']
  if (named && found === null) {
    say(`CHROME_PATH 指向的 ${named} 无法运行 · CHROME_PATH names ${named}, which cannot be run`)
    return null
  }
  const missing = [...(found === null ? ['chromium'] : []), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  const wishes = found === null && findShell() === null ? ['chromium-headless-shell'] : []
  const apt = missing.length > 0 ? aptGet() : null
  if (apt !== null) {
    say(`正在安装 · installing by apt-get: ${missing.join(' ')}`)
    const terms = { limitSeconds: 600, show: 'when it fails' } as const
    const updated = await runChild([...apt, 'update'], terms)
    const install = (packages: readonly string[]) =>
      runChild([...apt, 'install', '-y', '--no-install-recommends', ...packages], terms)
    // not every system has the shell: without it the same tests take longer
    if (updated.ok && !(await install([...missing, ...wishes])).ok) await install(missing)
  } else if (missing.includes('fonts-noto-cjk')) {
    say('没有中文字体，截图中的汉字会是方框 · no Chinese font: screenshots will show boxes (install fonts-noto-cjk)')
  }
  const browser = findBrowser()
  if (browser === null) adviseOnBrowser()
  else say(`浏览器 · browser: ${browser}`)
  return browser
}
