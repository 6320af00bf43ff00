import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { serverNow } from '../server-clock.ts'
import { bytesText } from '../text/bytes-text.ts'
import { useWords } from '../text/language.ts'
import { fileStamp } from '../text/time.ts'
import { unsentFileWords } from '../text/unsent-file-words.ts'
import { Progress } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { isAllThere } from './badge-state.ts'
import { cipherOf } from './shelf-keys.ts'
import { sealFor } from './unsent-seal.ts'
import { useOutbox, useOutboxEntries } from './use-outbox.ts'
import './outbox-acts.css'

interface Made {
  readonly file: File
  readonly url: string
  readonly sealed: boolean
}

const mayShare = (file: File): boolean => {
  const device: Partial<Navigator> = navigator
  return device.canShare?.({ files: [file] }) === true && typeof device.share === 'function'
}

/** Somebody who closes the sheet of the device has not met a fault. */
const share = async (file: File): Promise<void> => {
  try {
    await navigator.share({ files: [file] })
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}

/** Fetched while there may be a network: it is needed most when there is none. */
export const warmExport = (): void => {
  void import('./write-unsent.ts').catch(() => undefined)
}

/** Makes one file of everything unsent; then it can be shared or saved, each by a tap of its own. */
export const ExportButton = () => {
  const text = useWords(unsentFileWords)
  const outbox = useOutbox()
  const entries = useOutboxEntries().filter((entry) => !isAllThere(entry))
  const { county, person, unit, shelfKey } = useMe()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  useEffect(() => () => URL.revokeObjectURL(made?.url ?? ''), [made])
  if (entries.length === 0 && made === null) return null

  const make = async (): Promise<void> => {
    setProgress({ done: 0, total: entries.length })
    try {
      const { writeUnsent } = await import('./write-unsent.ts')
      const savedAt = serverNow()
      const cipher = await cipherOf(person.id, shelfKey)
      const zip = await writeUnsent({
        ...{ savedAt, county: { code: county.code, name: county.name } },
        person: { id: person.id, name: person.name, unit: unit?.name ?? '' },
        ids: entries.map(({ id }) => id),
        whole: (id) => outbox.whole(id),
        seal: (hash) => sealFor(cipher, person.id, hash),
        onProgress: (done, total) => setProgress({ done, total }),
      })
      const name = `${person.account}-${fileStamp(savedAt)}.luqing.zip`
      const file = new File([zip], name, { type: 'application/zip' })
      setMade({ file, url: URL.createObjectURL(file), sealed: cipher.encrypts })
    } catch (error) {
      say.failed(error)
    } finally {
      setProgress(null)
    }
  }
  if (progress !== null) return <Progress label={text.exporting(progress.done, progress.total)} {...progress} />
  if (made === null) return <Button onClick={() => void make()}>{text.export}</Button>
  return (
    <div className="outbox-made" role="status">
      <p>{text.ready(made.file.name, bytesText(made.file.size))}</p>
      {!made.sealed && <p className="quiet">{text.cannotSeal}</p>}
      <div className="outbox-entry-acts">
        {mayShare(made.file) && (
          <Button variant="filled" onClick={() => void share(made.file).catch(say.failed)}>
            {text.share}
          </Button>
        )}
        <Button component="a" href={made.url} download={made.file.name}>
          {text.save}
        </Button>
      </div>
    </div>
  )
}
