import { resolveTarget } from '../docx/docx-package.ts'
import { type Element, elementsBelow, relationNamespace } from '../docx/xml.ts'
import type { Drawing } from './drawing.ts'
import { fromEmu, literal, points } from './typst-words.ts'

export const drawableEndings = /\.(jpe?g|png|gif)$/i

/** Lower than the text of any page that such letters are written on. */
const tallestPoints = 560

/** A picture in line with the text, scaled down to the width there is; nothing for what cannot be shown. */
export const pictureMarkup = (
  drawing: Element,
  { files, part, relations, pictures }: Drawing,
  widest: number,
): string => {
  const inside = [...elementsBelow(drawing)]
  const extent = inside.find((element) => element.localName === 'extent')
  const blip = inside.find((element) => element.localName === 'blip')
  const relation = relations.get(blip?.getAttributeNS(relationNamespace, 'embed') ?? '')
  if (!extent || !relation || relation.external) return '[]'
  const path = resolveTarget(part, relation.target)
  if (!files.has(path) || !drawableEndings.test(path)) return '[]'
  pictures.add(path)
  const width = fromEmu(Number(extent.getAttribute('cx')) || 0)
  const height = fromEmu(Number(extent.getAttribute('cy')) || 0)
  if (width <= 0 || height <= 0) return '[]'
  const scale = Math.min(1, widest / width, tallestPoints / height)
  const words = inside.find((element) => element.localName === 'docPr')?.getAttribute('descr') ?? ''
  return `box(image(${literal(`/${path}`)}, width: ${points(width * scale)}, height: ${points(height * scale)}, fit: "stretch", alt: ${literal(words)}))`
}
