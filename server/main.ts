import pino from 'pino'
import { ConfigFaults, readConfig } from './config.ts'
import { CannotStart } from './hold-data-folder.ts'

/** The only file that does something when it is loaded: environment, server, and a quiet end. */
try {
  const config = readConfig(process.env)
  // all the rest is loaded only now: a wrong setting is told at once
  const { startServer } = await import('./start-server.ts')
  const log = pino({ level: config.logLevel })
  const server = await startServer(config, log)
  console.log(`路清 Luqing 已就绪 ready: ${config.publicUrl ?? server.url}`)

  let stopping = false
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) process.exit(130)
    stopping = true
    console.log(`收到 ${signal}，正在停止…… Stopping; once more to stop at once.`)
    await server.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof ConfigFaults)) throw error
  console.error(error.message)
  process.exitCode = 1
}
