import { makeDemoCounty } from './demo-county/make.ts'
import { say } from './say.mjs'
import { stopWithParent } from './stop-with-parent.ts'
import { progressTo } from './terminal.ts'

/** Fills the folder it is given with the demo county; a process of its own, so that its memory goes with it. */
stopWithParent()
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('usage: make-demo.ts FOLDER')
await makeDemoCounty({ dataDir, say, progress: progressTo(process.stdout) })
