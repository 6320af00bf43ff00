import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const applications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const onPath = (names: readonly string[]): string[] => {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** A browser of Chromium's family: the one CHROME_PATH names, else the usual ones. Null when there is none. */
export const findBrowser = (): string | null => {
  const named = process.env['CHROME_PATH']
  if (named) return canRun(named) ? named : null
  const inApplications = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    applications.map((application) => join(folder, application)),
  )
  return [...onPath(commands), ...inApplications].find(canRun) ?? null
}

/** The same engine without a window to draw, and so the quicker; null where it is not there. */
export const findShell = (): string | null =>
  process.env['CHROME_PATH'] ? null : (onPath(shells).find(canRun) ?? null)
