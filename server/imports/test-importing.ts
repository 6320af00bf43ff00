import type { TestAnswer, TestClient } from '../test-client.ts'
import type { TestCounty } from '../test-county.ts'
import { ImportLook, type ImportWhole, ImportWhole as WholeOnWire } from './wire.ts'

type Choice = Partial<Omit<ImportLook['choices'], 'fields'>> & { fields?: Partial<ImportLook['choices']['fields']> }

/** An administrator's way through an import, from the file to the outcome. */
export interface Importing {
  readonly send: (name: string, bytes: Uint8Array | string, id?: string) => Promise<TestAnswer>
  /** A dry run that must come about. */
  readonly look: (name: string, bytes: Uint8Array | string, choice?: Choice) => Promise<ImportLook>
  readonly again: (look: ImportLook, choice: Choice) => Promise<ImportLook>
  readonly tryTakeIn: (look: ImportLook) => Promise<TestAnswer>
  readonly takeIn: (look: ImportLook) => Promise<ImportWhole>
}

const must = (answer: TestAnswer, what: string): unknown => {
  if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** What is `chosen` is so for every file, whatever it says of itself. */
export const importing = async (county: TestCounty, chosen?: Choice): Promise<Importing> => {
  const admin: TestClient = await county.as('admin')
  const send: Importing['send'] = (name, bytes, id = county.world.newId()) => {
    const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
    return admin.put(`/api/imports/${id}/file?${new URLSearchParams({ fileName: name })}`, body)
  }
  const again: Importing['again'] = async (look, choice) => {
    const choices = { ...look.choices, ...choice, fields: { ...look.choices.fields, ...choice.fields } }
    return ImportLook.parse(must(await admin.post(`/api/imports/${look.id}/look`, choices), 'look again'))
  }
  const tryTakeIn: Importing['tryTakeIn'] = ({ id, choices, fingerprint }) =>
    admin.put(`/api/imports/${id}`, { choices, fingerprint })
  return {
    ...{ send, again, tryTakeIn },
    look: async (name, bytes, choice) => {
      const look = ImportLook.parse(must(await send(name, bytes), `look at ${name}`))
      return choice || chosen ? again(look, { ...chosen, ...choice }) : look
    },
    takeIn: async (look) => WholeOnWire.parse(must(await tryTakeIn(look), `take in ${look.fileName}`)),
  }
}

/** Faults by row, as a test names them. */
export const faultsByRow = ({ faults }: ImportLook): [number | null, string][] =>
  faults.map(({ row, fault }) => [row, fault])
