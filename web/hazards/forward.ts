import { askServer } from '../api.ts'

/** Puts a text on the clipboard; pages without HTTPS have no clipboard of their own and take the old way. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.style.position = 'fixed'
    field.style.opacity = '0'
    document.body.append(field)
    field.select()
    // typed as outdated, but the only way where the page is not secure
    const copied = document.execCommand('copy')
    field.remove()
    return copied
  }
}

interface Picture {
  readonly url: string
  /** What it is called where it is saved. */
  readonly name: string
}

const asFile = async ({ url, name }: Picture): Promise<File | null> => {
  try {
    const blob = await (await askServer(url)).blob()
    return new File([blob], `${name}.jpg`, { type: 'image/jpeg' })
  } catch {
    return null
  }
}

interface Message {
  readonly text: string
  readonly url: string
  readonly picture: Picture | null
}

/**
 * Hands picture, text and link to whatever the phone shares with; where it shares nothing they are copied.
 * The answer says which; giving up on purpose is no fault.
 */
export const forward = async ({ text, url, picture }: Message): Promise<'shared' | 'copied' | 'failed'> => {
  if (typeof navigator.share !== 'function') return (await copyText(`${text}\n${url}`)) ? 'copied' : 'failed'
  const file = picture === null ? null : await asFile(picture)
  const withPicture = file === null ? null : { text, url, files: [file] }
  try {
    const canSharePicture = withPicture !== null && navigator.canShare?.(withPicture) === true
    await navigator.share(canSharePicture ? withPicture : { text, url })
    return 'shared'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'shared'
    return (await copyText(`${text}\n${url}`)) ? 'copied' : 'failed'
  }
}
