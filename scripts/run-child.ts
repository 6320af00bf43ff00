import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { passOnSignals } from './pass-on-signals.mjs'

export const root = join(import.meta.dirname, '..')

export interface Ended {
  readonly ok: boolean
  readonly seconds: number
  readonly timedOut: boolean
}

export interface Terms {
  readonly env?: Readonly<Record<string, string>>
  /** After so long the command and all that it started are killed. */
  readonly limitSeconds?: number
  /** Its words are shown as they come, or only when it fails. */
  readonly show?: 'always' | 'when it fails'
}

/**
 * Runs a command in the root of the project, as a group of its own so that nothing it starts outlives it. A signal to
 * this process ends the command first and then, with the exit code that shells use, this process.
 */
export const runChild = async (command: readonly string[], terms: Terms = {}): Promise<Ended> => {
  const { env = {}, limitSeconds, show = 'always' } = terms
  const [program = '', ...args] = command
  const startedAt = performance.now()
  const output = show === 'always' ? 'inherit' : 'pipe'
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    detached: true,
  })
  const heard: Buffer[] = []
  child.stdout?.on('data', (piece: Buffer) => heard.push(piece))
  child.stderr?.on('data', (piece: Buffer) => heard.push(piece))

  const killGroup = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // the group has ended already
    }
  }
  let stoppedBy: 'SIGINT' | 'SIGTERM' | undefined
  const stopListening = passOnSignals((signal) => {
    stoppedBy = signal
    killGroup(signal)
  })
  let timedOut = false
  const timer = setTimeout(
    () => {
      timedOut = true
      killGroup('SIGKILL')
    },
    (limitSeconds ?? 3600) * 1000,
  )

  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (fault) => {
      heard.push(Buffer.from(`${program}: ${fault.message}\n`))
      resolve(1)
    })
    child.on('close', resolve)
  })
  clearTimeout(timer)
  stopListening()
  killGroup('SIGKILL')
  if (code !== 0) process.stderr.write(Buffer.concat(heard))
  if (stoppedBy) process.exit(128 + constants.signals[stoppedBy])
  return { ok: code === 0, seconds: (performance.now() - startedAt) / 1000, timedOut }
}
