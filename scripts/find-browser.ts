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

/** A browser of Chromium's family: the one CHROME_PATH names, else the usual ones. Null when there is none. */
export const findBrowser = (): string | null => {
  const named = process.env['CHROME_PATH']
  if (named) return canRun(named) ? named : null
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  const inApplications = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    applications.map((application) => join(folder, application)),
  )
  return [...onPath, ...inApplications].find(canRun) ?? null
}
