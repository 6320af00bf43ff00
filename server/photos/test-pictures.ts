import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Role } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { testCountyCode } from '../test-county.ts'
import { testPeople, testUnits } from '../test-people.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const asBody = async function* (bytes: Uint8Array, pieceBytes = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

export const fileAsBody = (path: string): AsyncIterable<Uint8Array> => createReadStream(path)

/** A picture with something in every corner, different for every seed: nothing here comes from outside. */
export const picture = (width: number, height: number, seed = 1): Sharp => {
  const data = Buffer.alloc(width * height * 3)
  let state = seed
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      const noise = (state >>> 16) % 24
      const at = (y * width + x) * 3
      data[at] = (x * 200) / width + noise
      data[at + 1] = (y * 200) / height + noise
      data[at + 2] = ((x + y) % 64) * 2 + noise
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

export const jpeg = (width = 320, height = 240, seed = 1): Promise<Buffer> =>
  picture(width, height, seed).jpeg().toBuffer()

/** Somebody of the test county, as the front door would present them. */
export const actorOf = (account: string): Actor => {
  const person = testPeople.find((known) => known.account === account)
  if (!person) throw new Error(`nobody is called ${account}`)
  const unit = testUnits.find(({ id }) => id === person.unitId)
  return {
    ...{ county: testCountyCode, id: account, name: person.name, role: person.role, unitId: person.unitId },
    ...{ areaCodes: unit?.areaCodes ?? [], zoneIds: [], zonePlaceCodes: [] },
  }
}

export const accountWith = (role: Role): string => {
  const person = testPeople.find((known) => known.role === role)
  if (!person) throw new Error(`nobody is a ${role}`)
  return person.account
}

/** Every file below a folder, by its path from there. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
