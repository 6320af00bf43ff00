import { parseXml, xmlText } from './xml.ts'

export interface CoreProperties {
  readonly title: string
  readonly author: string
  /** YYYY-MM-DD: never the moment of making, so that the same document is always the same bytes. */
  readonly on: string
}

const empty =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title><dc:creator></dc:creator><dcterms:created xsi:type="dcterms:W3CDTF"></dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF"></dcterms:modified></cp:coreProperties>'

export const corePropertiesXml = ({ title, author, on }: CoreProperties): string => {
  const document = parseXml(empty)
  const at = `${on}T00:00:00Z`
  const words = [title, author, at, at]
  const fields = [...(document.documentElement?.childNodes ?? [])]
  for (const [index, field] of fields.entries()) field.textContent = words[index] ?? ''
  return xmlText(document)
}
