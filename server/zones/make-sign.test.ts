import pino from 'pino'
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { clientOf, testOrigin } from '../test-client.ts'
import { type TestCounty, testCounty, testPassword } from '../test-county.ts'
import { newId } from '../test-walk.ts'
import { furnishCounty } from './furnish-county.ts'
import { widthOf } from './sign/sign-text.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const sign = async (zone: string, ending = 'svg', account = 'squad1') => {
  const answer = await (await county.as(account)).get(`/api/zones/${zone}/sign.${ending}`)
  expect(answer.status).toBe(200)
  return answer
}
const svgOf = async (zone: string): Promise<string> => new TextDecoder().decode((await sign(zone)).bytes)
const wording = async (account: string, version: number, hotline: string, duties: readonly string[] = []) =>
  (await county.as(account)).put('/api/sign-texts', { actId: newId(), hotline, duties }, { 'If-Match': `"${version}"` })

test('a segment’s sign bears route, stakes, length, chief and unit, as text over a drawing', async () => {
  const svg = await svgOf('zone-x001')
  for (const words of [
    '路长制',
    'X001',
    'K0+000',
    '义白线 X001360424',
    '9.72 公里',
    '县级路长',
    '冷副县长',
    '县政府办',
  ])
    expect(svg, words).toContain(words)
  expect(svg).toContain('<path')
  expect(svg).not.toMatch(/<image|<style|style=|<script/)
})

test('the sign names today’s chiefs, the leader in charge and the helpers with their phones', async () => {
  const client = await county.as('reviewer')
  const zone = '/api/zones/zone-360424100'
  for (const [version, helper] of [
    { kind: 'leader-in-charge', name: '黄县长', title: '副县长', phone: '13907920001' },
    { kind: 'traffic-officer', name: '余交管', stationKind: 'management-station', phone: '13907920002' },
  ].entries()) {
    const body = { actId: newId(), heldFrom: '2026-01-01', ...helper }
    const put = await client.put(`${zone}/helpers/${newId()}`, body, { 'If-Match': `"${version + 1}"` })
    expect(put.status).toBe(200)
  }
  // the village's sign has the township's people as well
  const svg = await svgOf('zone-360424100201')
  for (const words of ['陈镇长', '包片领导', '黄县长', '13907920001', '余交管', '交通管理站'])
    expect(svg).toContain(words)
})

/** Words of each line of text, outlines left out. */
const linesIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text [^>]*fill="#[^>]*>([^<]*)</g)].map(([, words = '']) => words)

test('the managing unit is that of the next chief up where the zone’s own chief comes from elsewhere', async () => {
  const unitOn = async () => {
    const lines = linesIn(await svgOf('zone-360424100201'))
    return lines.includes('管理单位') ? lines[lines.indexOf('管理单位') + 1] : null
  }
  expect(await unitOn()).toBeNull()
  const post = { zoneId: 'zone-360424100201', level: 'village', heldUntil: null } as const
  const give = (id: string, personId: string, heldFrom: string, heldUntil: string | null) =>
    furnishCounty(county.world, 'system', {
      ...{ places: [], zones: [], roads: [] },
      posts: [{ ...post, id, personId, heldFrom, heldUntil }],
    })
  await give('post-stranger', 'chief2', '2026-01-01', null)
  expect(await unitOn()).toBe('义宁镇政府')
  await give('post-stranger', 'chief2', '2026-01-01', '2026-01-31')
})

const along = (name: string, ...coordinates: number[][]) => ({
  ...({ id: `zone-${name}`, shape: 'segment', level: 'county', placeCode: '360424101', fromMetres: 99_033 } as const),
  ...{ name, routeCode: 'S801360424', toMetres: 132_765, invented: true },
  geometry: { type: 'LineString', coordinates } as const,
})
const northEast = along('northeast', [114.7, 29.2], [114.72, 29.22])

test('a route’s name breaks before its code and never within', async () => {
  for (const [index, name] of ['燕子湾—狮子冲公路', '燕子湾—狮子冲—银杏洲—月塘岭旅游公路', '长'.repeat(60)].entries()) {
    const road = {
      id: 'road-s801',
      routeCode: 'S801360424',
      name,
      roadClass: 'provincial',
      lengthMetres: 3000,
    } as const
    await furnishCounty(county.world, 'system', {
      ...{ places: [], posts: [], zones: [northEast] },
      roads: [{ ...road, geometry: northEast.geometry, invented: true }],
    })
    const lines = linesIn(await svgOf(northEast.id))
    const code = lines.filter((line) => /(^| )S801360424$/.test(line))
    // where there is no room at all the code is left away whole
    expect([code.length, lines.some((line) => line.includes('…'))], name).toEqual(index < 2 ? [1, false] : [0, true])
  }
})

test('a stake’s label on the map keeps clear of the dots and of other names, and the scale stands on a plate', async () => {
  // where the label of the north-eastern end would come first
  const place = { code: '360424101202', kind: 'village', name: '近旁村', aliases: [], invented: true } as const
  await furnishCounty(county.world, 'system', {
    ...{ roads: [], posts: [], zones: [northEast] },
    places: [{ ...place, longitude: 114.7224, latitude: 29.22 }],
  })
  const svg = await svgOf(northEast.id)
  const named = [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" text-anchor="start"[^>]*aria-hidden[^>]*>([^<]*)</g,
    ),
  ]
  const boxes = named.map(([, x, y, size, words = '']) => {
    const [left, base, high] = [Number(x), Number(y), Number(size)]
    return { words, left, right: left + widthOf(words, high), top: base - high * 0.86, bottom: base + high * 0.14 }
  })
  expect(boxes.map(({ words }) => words)).toEqual(expect.arrayContaining(['K99+033', 'K132+765', '近旁村']))
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  expect(dots).toHaveLength(3)
  for (const { words, left, right, top, bottom } of boxes) {
    const under = dots.filter(([x, y]) => left < x && x < right && top < y && y < bottom)
    const over = boxes.filter((one) => one.left < right && left < one.right && one.top < bottom && top < one.bottom)
    expect([under, over.map((one) => one.words)], words).toEqual([[], [words]])
  }
  expect(svg).toMatch(/<rect [^>]*fill="#ffffff"\/>(<rect [^>]*>){2}<text [^>]*>\d+ (公里|米)</)
})

test('a hostile name stays text, and a long one ends in an ellipsis', async () => {
  const name = `<script>alert("1")</script>&${'很长的名字'.repeat(30)}`
  const ring = [
    [114.7, 29.2],
    [114.72, 29.2],
    [114.72, 29.22],
    [114.7, 29.2],
  ]
  await furnishCounty(county.world, 'system', {
    ...{ places: [], roads: [], posts: [] },
    zones: [
      {
        ...{ id: 'zone-hostile', shape: 'area', level: 'village', name, placeCode: '360424101201', routeCode: null },
        ...{ fromMetres: null, toMetres: null, geometry: { type: 'Polygon', coordinates: [ring] }, invented: true },
      },
    ],
  })
  const svg = await svgOf('zone-hostile')
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;')
  expect(svg).toContain('…')
  expect(new TextDecoder().decode((await sign('zone-hostile', 'pdf')).bytes.slice(0, 5))).toBe('%PDF-')
})

test('the hotline is the county’s to set; without it the sign has no such line', async () => {
  expect(await svgOf('zone-x001')).not.toContain('监督举报电话')
  expect((await wording('chief1', 0, '0792-7220122')).status).toBe(403)
  expect((await wording('admin', 0, '打 110')).status).toBe(422)
  const kept = await wording('admin', 0, '0792-7220122', ['一、看好路。'])
  expect([kept.status, kept.at('version')]).toEqual([200, 1])
  expect((await wording('reviewer', 0, '0792-1')).status).toBe(412)
  const svg = await svgOf('zone-x001')
  for (const words of ['监督举报电话', '0792-7220122', '一、看好路。']) expect(svg).toContain(words)
  expect(svg).not.toContain('统筹责任区')
})

test('the QR code opens the report page with the zone filled in, and is left out where the server has no address', async () => {
  const modules = (svg: string): number => svg.match(/h[\d.]+v[\d.]+h-[\d.]+z/g)?.length ?? 0
  expect(modules(await svgOf('zone-x001'))).toBe(0)
  const log = pino({ level: 'silent' })
  const at = { publicUrl: testOrigin, trustProxy: [], log, webFolder: '/nowhere' }
  const client = clientOf(makeApp(county.world, at))
  await client.post('/api/session', { account: 'squad1', password: testPassword })
  const svg = new TextDecoder().decode((await client.get('/api/zones/zone-x001/sign.svg')).bytes)
  const { data } = encode(`${testOrigin}/capture?zone=zone-x001`, { ecc: 'Q', border: 2 })
  expect(modules(svg)).toBe(data.flat().filter(Boolean).length)
  expect((await client.get('/api/sign-texts')).at('hasAddress')).toBe(true)
})

test('the PDF is one page of 1200 by 800 millimetres with its fonts inside', async () => {
  const { bytes, headers } = await sign('zone-360424100', 'pdf', 'admin')
  const pdf = new TextDecoder('latin1').decode(bytes)
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toMatch(/NotoSerifSC/)
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  expect([Number(width), Number(height)].map((points) => Math.round((points * 25.4) / 72))).toEqual([1200, 800])
})

test('a zone that does not exist has no sign, and a stranger sees none', async () => {
  expect((await (await county.as('admin')).get('/api/zones/zone-nowhere/sign.svg')).status).toBe(404)
  expect((await county.stranger().get('/api/zones/zone-x001/sign.svg')).status).toBe(401)
})
