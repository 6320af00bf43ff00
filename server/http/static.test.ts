import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { clientOf, type TestClient } from '../test-client.ts'
import { type TestCounty, testCounty } from '../test-county.ts'

let county: TestCounty
let folder: string
let visitor: TestClient
const log = pino({ level: 'silent' })
beforeAll(async () => {
  county = await testCounty()
  folder = await mkdtemp(join(tmpdir(), 'luqing-web-'))
  const web = join(folder, 'web')
  await mkdir(join(web, 'assets'), { recursive: true })
  await writeFile(join(web, 'index.html'), '<!doctype html><title>路清</title>')
  await writeFile(join(web, 'assets', 'app-1a2b3c.js'), 'export {}')
  await writeFile(join(web, 'assets', 'app-1a2b3c.js.br'), 'packed by brotli')
  await writeFile(join(web, 'assets', 'app-1a2b3c.js.gz'), 'packed by gzip')
  await writeFile(join(folder, 'secret.txt'), 'not for the web')
  visitor = clientOf(makeApp(county.world, { publicUrl: null, trustProxy: [], log, webFolder: web }))
})
afterAll(async () => {
  await county.close()
  await rm(folder, { recursive: true, force: true })
})

test('every address of the app is answered by its one page, which is always asked for anew', async () => {
  for (const path of ['/', '/hazards/01a1', '/map?lng=114.5', '/index.html']) {
    const { status, body, headers } = await visitor.get(path)
    expect([path, status, body]).toEqual([path, 200, '<!doctype html><title>路清</title>'])
    expect(headers.get('Cache-Control')).toBe('no-cache')
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  }
})

test('a page that has not changed is not sent again', async () => {
  const tag = (await visitor.get('/')).headers.get('ETag') ?? ''
  expect((await visitor.get('/', { 'If-None-Match': tag })).status).toBe(304)
})

test('assets carry their hash in the name and are kept for ever; packed ones go to those who can unpack', async () => {
  const plain = await visitor.get('/assets/app-1a2b3c.js')
  expect([plain.body, plain.headers.get('Content-Encoding')]).toEqual(['export {}', null])
  expect(plain.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(plain.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(plain.headers.get('Vary')).toBe('Accept-Encoding')
  const asked = async (coding: string): Promise<unknown> =>
    (await visitor.get('/assets/app-1a2b3c.js', { 'Accept-Encoding': coding })).body
  expect(await asked('gzip, deflate, br')).toBe('packed by brotli')
  expect(await asked('gzip')).toBe('packed by gzip')
  expect(await asked('br;q=0, gzip;q=0.5')).toBe('packed by gzip')
  expect(await asked('identity')).toBe('export {}')
})

test('a file that is not there is not there, rather than the app’s page under a wrong name', async () => {
  expect((await visitor.get('/assets/old-9z.js')).status).toBe(404)
  expect((await visitor.get('/robots.txt')).status).toBe(404)
})

test('nothing outside the folder is served, however it is asked for', async () => {
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '//etc/passwd',
    '/%zz',
  ]) {
    const { status, bytes } = await visitor.get(path)
    const text = new TextDecoder().decode(bytes)
    expect([path, status === 500, text.includes('not for the web'), text.includes('root:')]).toEqual([
      path,
      false,
      false,
      false,
    ])
  }
})

test('a web app that has not been built says so plainly', async () => {
  const front = makeApp(county.world, { publicUrl: null, trustProxy: [], log, webFolder: join(folder, 'absent') })
  const { status, body } = await clientOf(front).get('/')
  expect([status, String(body).includes('npm start')]).toEqual([503, true])
})
