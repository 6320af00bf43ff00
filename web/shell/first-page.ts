import { whenIdle } from '../field-book/when-idle.ts'
import { afterPaint } from './after-paint.ts'

const atLatestMs = 8_000

let stand: () => void = () => undefined
const standing = new Promise<void>((resolve) => {
  stand = resolve
})

/** Called by whatever is the first whole page of this visit. */
export const firstPageStands = (): void => stand()

/** For what is waited for, though not before the first page can be seen. */
export const onFirstPage = async (): Promise<void> => {
  await Promise.race([standing, new Promise((resolve) => setTimeout(resolve, atLatestMs))])
  await new Promise<void>((resolve) => void afterPaint(resolve))
}

/** For what nobody waits for: a poor line and a slow phone belong to the first page until it rests. */
export const afterFirstPage = async (): Promise<void> => {
  await onFirstPage()
  await whenIdle()
}
