import { decodeText } from '../decode-text.ts'
import { type ReadFile, Unreadable } from '../read-shape.ts'
import { gatherOsm, type OsmSink } from './gather-osm.ts'
import { refuseEntities } from './read-kml.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return named[String(name)] ?? whole
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : text

const attribute = (text: string, name: string): string => {
  const found = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)')`).exec(text)
  return unescaped(found?.[1] ?? found?.[2] ?? '')
}

const walk = (text: string, sink: OsmSink): void => {
  refuseEntities(text.slice(0, 4096))
  if (!/<\/osm>\s*$/.test(text.slice(-64))) throw new Unreadable('half-file')
  let open: { kind: 'node' | 'way'; text: string; tags: Record<string, string>; nodes: number[] } | null = null
  const close = (): void => {
    if (!open) return
    const { kind, text: own, tags, nodes } = open
    const id = Number(attribute(own, 'id'))
    if (kind === 'way') sink.way({ id, tags, nodes })
    else sink.node(id, Number(attribute(own, 'lon')), Number(attribute(own, 'lat')), tags)
    open = null
  }
  for (const [, end = '', kind, inner = '', alone = ''] of text.matchAll(
    /<(\/?)(node|way|relation|nd|tag)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g,
  )) {
    if (kind === 'nd') open?.nodes.push(Number(attribute(inner, 'ref')))
    else if (kind === 'tag') {
      if (open) open.tags[attribute(inner, 'k')] = attribute(inner, 'v')
    } else if (end === '/') close()
    else if (kind === 'node' || kind === 'way') {
      open = { kind, text: inner, tags: {}, nodes: [] }
      if (alone === '/') close()
    }
  }
}

/** The same extract as XML. Its few kinds of tags are picked out one by one: a tree of all of it would not fit. */
export const readOsmXml = (bytes: Uint8Array, askedPart: string | null): ReadFile =>
  gatherOsm('osm-xml', askedPart, (sink) => walk(decodeText(bytes).text, sink))
