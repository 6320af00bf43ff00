import { compilePdf } from '../../notices/pdf/compile-pdf.ts'
import { signSize } from './draw-sign.ts'

const sheet = '/sign.svg'

/** The drawing on a page of its own size, its words still words, with the fonts inside. `on` as for compilePdf. */
export const signPdf = (svg: string, on: string): Uint8Array => {
  const { width, height } = signSize
  const source = [
    '#set document(title: "路长制公示牌")',
    `#set page(width: ${width}mm, height: ${height}mm, margin: 0mm)`,
    `#image("${sheet}", width: 100%)`,
  ].join('\n')
  const words = svg.replace(/<[^>]*>/g, ' ')
  return compilePdf({ source, pictures: new Map([[sheet, Buffer.from(svg)]]), words }, on).pdf
}
