import { kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import { asGeometry } from '../as-geometry.ts'
import { decodeText } from '../decode-text.ts'
import {
  fieldsOf,
  mostRows,
  propertiesOf,
  type ReadFile,
  type ReadRow,
  type RowFault,
  Unreadable,
} from '../read-shape.ts'
import { zipParts } from '../zip-parts.ts'

/** What only styles the drawing says nothing about it. */
const styling = /^(styleUrl|styleHash|styleMapHash|stroke|fill|icon|label-)/

/** Own entities are what makes a small file of XML into a huge one; no map needs them. */
export const refuseEntities = (text: string): void => {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('unsafe-xml')
}

const documentOf = (text: string) => {
  refuseEntities(text)
  try {
    return new DOMParser({
      onError: (level) => {
        if (level !== 'warning') throw new Unreadable('half-file')
      },
    }).parseFromString(text, 'text/xml')
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('half-file')
  }
}

/** Placemarks in their order; a package (.kmz) holds one document and pictures, which are let go. */
export const readKml = (bytes: Uint8Array, isPackage: boolean): ReadFile => {
  const [document] = isPackage ? zipParts(bytes, /\.kml$/i).values() : [bytes]
  if (!document) throw new Unreadable('no-rows')
  const { text, encoding } = decodeText(document)
  const { features } = kml(documentOf(text))
  if (features.length > mostRows) throw new Unreadable('too-many-rows', String(mostRows))
  const unreadable: RowFault[] = []
  const rows = features.flatMap(({ geometry, properties, id }, i): ReadRow[] => {
    const found = asGeometry(geometry)
    if ('fault' in found) {
      unreadable.push({ row: i + 1, fault: found.fault, detail: '' })
      return []
    }
    const told = Object.fromEntries(
      Object.entries({ ...(id === undefined ? {} : { id }), ...properties }).filter(([name]) => !styling.test(name)),
    )
    return [{ row: i + 1, geometry: found.geometry, properties: propertiesOf(told) }]
  })
  return {
    ...{ format: isPackage ? 'kmz' : 'kml', rows, unreadable, fields: fieldsOf(rows), said: null },
    // the format knows no other
    ...{ saidDatum: 'wgs84', parts: [], part: null, encoding, isTable: false },
  }
}
