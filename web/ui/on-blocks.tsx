import { type ComponentType, lazy } from 'react'
import blocksStyle from './mantine-parts.css?url'

let styled: Promise<void> | null = null

/** Before every other sheet, whenever it comes: what a page draws wins over the ground that it is drawn on. */
const withStyle = (): Promise<void> => {
  styled ??= new Promise<void>((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = blocksStyle
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      styled = null
      reject(new Error(`${blocksStyle} did not come`))
    }
    document.head.prepend(link)
  })
  return styled
}

type Fetched<Props> = { readonly default: ComponentType<Props> }

/** The piece, Mantine's code and its rules come side by side; rejects when any of them does not. */
export const fetchOnBlocks = async <Props extends object>(
  fetchPiece: () => Promise<Fetched<Props>>,
): Promise<Fetched<Props>> => {
  const [{ Blocks }, { default: Piece }] = await Promise.all([import('./blocks.tsx'), fetchPiece(), withStyle()])
  const OnBlocks = (props: Props) => (
    <Blocks>
      <Piece {...props} />
    </Blocks>
  )
  return { default: OnBlocks }
}

/** A piece drawn with Mantine, which a phone fetches when it is first drawn: the camera, where a squad begins, does without. */
export const onBlocks = <Props extends object>(fetchPiece: () => Promise<Fetched<Props>>) =>
  lazy(() => fetchOnBlocks(fetchPiece))
