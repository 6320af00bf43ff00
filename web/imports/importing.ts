import type { ImportChoices, ImportLook } from '../../server/imports/wire.ts'
import { api, told } from '../api.ts'

export const importsKey = ['imports'] as const
export const mostBytes = 64 * 1024 * 1024

/** Sends a file under an id of its own, and tells what it holds. */
export const sendFile = async (id: string, file: File): Promise<ImportLook> => {
  const fileName = file.name.slice(-200)
  const headers = { 'Content-Type': 'application/octet-stream' }
  return told(api.imports[':id'].file.$put({ param: { id }, query: { fileName } }, { init: { body: file, headers } }))
}

export const lookAgain = (id: string, choices: ImportChoices): Promise<ImportLook> =>
  told(api.imports[':id'].look.$post({ param: { id }, json: choices }))

export const takeIn = ({ id, choices, fingerprint }: ImportLook) =>
  told(api.imports[':id'].$put({ param: { id }, json: { choices, fingerprint } }))

export const letGo = async (id: string): Promise<void> => {
  await api.imports[':id'].file.$delete({ param: { id } })
}
