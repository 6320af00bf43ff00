import type { ImportChoices, ImportLook, OpenChoices } from '../../server/imports/wire.ts'
import { api, askServer, told } from '../api.ts'
import { problemFrom } from '../api-problem.ts'
import { sendBytes } from '../send-bytes.ts'

export const importsKey = ['imports'] as const
export const mostBytes = 64 * 1024 * 1024

/** A map of a whole province may take the server minutes to read. */
const silenceMs = 5 * 60_000

export interface FileOnItsWay {
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Sends a file under an id of its own, and tells what it holds. Rejects with the signal's reason where it was given up. */
export const sendFile = async (id: string, file: File, { onProgress, signal }: FileOnItsWay): Promise<ImportLook> => {
  const send = async (input: RequestInfo | URL): Promise<Response> => {
    const headers = { 'Content-Type': 'application/octet-stream' }
    const url = input instanceof Request ? input.url : String(input)
    const response = await sendBytes(
      { method: 'PUT', url, headers, body: file },
      { silenceMs, signal, onProgress: (sent, of) => onProgress(of > 0 ? sent / of : 0) },
    )
    // asked by the way that tells the gate about a lost sign-in
    if (response.status === 401) await askServer('/api/session')
    if (!response.ok) throw await problemFrom(response)
    return response
  }
  const query = { fileName: file.name.slice(-200) }
  return told(api.imports[':id'].file.$put({ param: { id }, query }, { fetch: send }))
}

export const lookAgain = (id: string, choices: OpenChoices): Promise<ImportLook> =>
  told(api.imports[':id'].look.$post({ param: { id }, json: choices }))

/** The choices, if both what the file becomes and its datum are among them. */
export const settled = (choices: OpenChoices): ImportChoices | null => {
  const { layer, datum } = choices
  return layer === null || datum === null ? null : { ...choices, layer, datum }
}

export const takeIn = ({ id, fingerprint }: ImportLook, choices: ImportChoices) =>
  told(api.imports[':id'].$put({ param: { id }, json: { choices, fingerprint } }))

export const letGo = async (id: string): Promise<void> => {
  await api.imports[':id'].file.$delete({ param: { id } })
}
