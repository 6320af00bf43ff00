import { join } from 'node:path'
import { openDatabase } from '../db/open.ts'
import { readConfig } from '../server/config.ts'
import { uploadDrawer } from '../server/imports/upload-drawer.ts'
import { verifyJournal } from '../server/journal/verify-journal.ts'
import { documentShelf } from '../server/notices/document-shelf.ts'
import { allCounties } from '../server/people/county-store.ts'
import { openPhotoStore } from '../server/photos/photo-store-disk.ts'
import { verifyPhotos } from '../server/photos/verify-photos.ts'
import type { World } from '../server/world.ts'

/**
 * `npm run verify`: walks the journal's chain, re-hashes every photo, and names what is wrong. Exit code 1 when
 * anything is. Write the head it prints down elsewhere: only so does a journal cut off at its end show.
 */
const { database, dataFolder } = readConfig(process.env)
const db = await openDatabase(database)
const photos = await openPhotoStore(join(dataFolder, 'photos'))
let wrong = 0
const complain = (line: string): void => {
  wrong += 1
  console.error(line)
}

for (const { county, name } of await allCounties(db)) {
  console.log(`${name} ${county}`)
  const { entries, head, faults } = await verifyJournal(db, county)
  for (const { seq, fault } of faults) complain(`  日志第 ${seq} 条 ${fault} · journal entry ${seq}: ${fault}`)
  console.log(`  日志 ${entries} 条，末条 ${head.seq} ${head.hash} · journal entries and head`)
  const world: World = {
    ...{ db, photos, county, now: () => new Date().toISOString() },
    documents: documentShelf(join(dataFolder, 'documents')),
    uploads: uploadDrawer(join(dataFolder, 'imports')),
    newId: () => crypto.randomUUID(),
  }
  let whole = 0
  for await (const { sha256, finding } of verifyPhotos(world)) {
    if (finding === 'whole') whole += 1
    else if (finding === 'unnamed') console.log(`  无主文件 ${sha256}，将自动清理 · a file that nothing names`)
    else complain(`  照片 ${sha256} ${finding === 'missing' ? '缺失 missing' : '已被改动 changed'}`)
  }
  console.log(`  照片完好 ${whole} 张 · photos whole`)
}
await photos.close()
await db.close()
console.log(wrong === 0 ? '一切完好 · all is whole' : `发现 ${wrong} 处问题 · ${wrong} faults`)
process.exitCode = wrong === 0 ? 0 : 1
