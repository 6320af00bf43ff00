import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromWgs84 } from '../../server/domain/datum.ts'
import { geojsonOf } from '../../server/imports/test-files.ts'
import { openStage, type Stage } from './acting.ts'
import { faultsSeenByAxe } from './axe-faults.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const seats: [string, number, number][] = [
  ['义宁镇', 114.55, 29.05],
  ['白岭镇', 114.05, 29.05],
  ['渣津镇', 114.25, 29.05],
]
const school = (name: string, lng: number, lat: number) => ({
  geometry: { type: 'Point', coordinates: fromWgs84([lng, lat], 'gcj02') },
  properties: { 名称: name, 类别: name.endsWith('镇') ? '乡镇' : '学校' },
})
const file = {
  name: '学校.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    geojsonOf([
      ...seats.map(([name, lng, lat]) => school(name, lng, lat)),
      school('城北小学', 114.53, 29.03),
      { geometry: null, properties: { 名称: '无图小学', 类别: '学校' } },
    ]),
  ),
}

test('an administrator sees what a file holds, is asked about the faulty row, and takes in the rest with one button', async () => {
  const { page, keep } = await stage.enter('admin', { path: '/settings' })
  await page.getByRole('link', { name: '导入数据' }).click()
  await page.getByText('还没有导入过文件').waitFor()
  await keep('import-1-empty')
  expect(await faultsSeenByAxe(page)).toEqual([])

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.geojson', mimeType: '', buffer: Buffer.from('%PDF-1.7') })
  await page.getByText('不认识这种文件（PDF）').waitFor()

  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('可以确定是 GCJ-02').waitFor()
  const write = page.getByRole('button', { name: /写入 \d+ 项/ })
  expect(await write.isDisabled()).toBe(true)
  await page.getByText('有 1 行有问题：请修正文件，或选择跳过这些行。').waitFor()
  const row = page.getByRole('row', { name: /无图小学/ })
  expect(await row.innerText()).toMatch(/5\s+无图小学\s+没有图形。/)
  await page.locator('.import-map[data-map=idle]').waitFor()
  await keep('import-2-dry-run')
  expect(await faultsSeenByAxe(page)).toEqual([])

  // another datum shows at once what it would do: the known seats would move by half a kilometre
  await page.getByLabel('坐标基准').selectOption('wgs84')
  await page.locator('.import-run[aria-busy=false]').waitFor()
  expect(await page.locator('.fact', { hasText: '更新' }).innerText()).toContain('3')
  await page.getByLabel('坐标基准').selectOption('gcj02')
  await page.locator('.fact', { hasText: '不变' }).getByText('3').waitFor()
  await page.getByLabel('有问题的行怎么办').selectOption('leave-out')
  await page.getByRole('button', { name: '写入 1 项' }).click()
  await page.getByText('“学校.geojson”已导入').waitFor()
  await page.getByText('新增 1，更新 0，不变 3，跳过 1。').first().waitFor()
  await keep('import-3-done')

  const places = await (await stage.county.as('leader')).get('/api/places?kind=school')
  expect(places.at('places', 0, 'name')).toBe('城北小学')
  expect(places.at('places', 0, 'longitude')).toBeCloseTo(114.53, 5)

  await page.getByRole('table').getByRole('link', { name: '学校.geojson' }).click()
  await page.getByText('文件指纹（SHA-256）').waitFor()
  expect(await page.getByRole('row', { name: /无图小学/ }).innerText()).toContain('没有图形。')
  await keep('import-4-report')
})

test('a lost answer shuts no door: another reading is asked for again, and writing once more finds it written', async () => {
  const { page } = await stage.enter('admin', { path: '/imports' })
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: '新校.geojson', mimeType: 'application/geo+json' },
    buffer: Buffer.from(
      geojsonOf([...seats.map(([name, lng, lat]) => school(name, lng, lat)), school('城南小学', 114.56, 29.02)]),
    ),
  })
  const write = page.getByRole('button', { name: /写入 \d+ 项/ })
  await write.waitFor()
  await page.route('**/api/imports/*/look', (route) => route.abort())
  await page.getByLabel('坐标基准').selectOption('wgs84')
  await page.getByText('按现在的选择还没有试读成').waitFor()
  expect(await write.isDisabled()).toBe(true)
  await page.unroute('**/api/imports/*/look')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.locator('.fact', { hasText: '更新' }).getByText('3').waitFor()
  await page.getByLabel('坐标基准').selectOption('gcj02')
  await page.getByRole('button', { name: '写入 1 项' }).waitFor()
  await page.locator('.import-run[aria-busy=false]').waitFor()

  // the server writes, and nobody hears of it
  const lost: string[] = []
  await page.route('**/api/imports/*', async (route) => {
    await route.fetch()
    lost.push(route.request().method())
    await route.abort()
  })
  await write.click()
  await page.locator('.import-bar [role=alert]').waitFor()
  expect(lost).toEqual(['PUT'])
  await page.unroute('**/api/imports/*')
  expect(await write.isEnabled()).toBe(true)
  await write.click()
  await page.getByText('“新校.geojson”已导入').waitFor()
  await page.getByText('新增 1，更新 0，不变 3，跳过 0。').first().waitFor()
})

const table = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('where nothing tells the datum, none stands there chosen and the door to writing stays shut until one is', async () => {
  const { page, keep } = await stage.enter('admin', { path: '/imports' })
  await page
    .locator('input[type=file]')
    .setInputFiles(table('一所学校.csv', '学校名称,类别,东,北\n城西小学,学校,114.5,29.06\n'))
  // of columns that nobody has named yet nothing was shifted, and so nothing chosen
  const pick = async (label: string, option: string): Promise<void> => {
    await page.getByLabel(label).selectOption(option)
    await page.locator('.import-run[aria-busy=false]').waitFor()
  }
  await pick('导入为', 'places')
  expect(await page.getByLabel('坐标基准').count()).toBe(0)
  await pick('经度', '东')
  await pick('纬度', '北')
  const write = page.getByRole('button', { name: '写入 1 项' })
  await page.getByText('请先选择坐标基准：选错了，位置会整体偏移 500 米以上。').waitFor()
  expect(await write.isDisabled()).toBe(true)
  const datum = page.getByLabel('坐标基准')
  expect(await datum.evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text)).toBe('请选择')
  await page.getByText('看不出是哪一种，请选择。选择之前，预览先按 WGS-84 画出。').waitFor()
  await keep('import-5-datum-unknown')
  expect(await faultsSeenByAxe(page)).toEqual([])
  await datum.selectOption('gcj02')
  await page.locator('.import-run[aria-busy=false]').waitFor()
  expect(await write.isEnabled()).toBe(true)
  expect(await datum.locator('option', { hasText: '请选择' }).count()).toBe(0)
  await write.click()
  await page.getByText('“一所学校.csv”已导入').waitFor()
})

test('a register of hazards is called one; taken for places by choice, each that would be carried off is named', async () => {
  const { page, keep } = await stage.enter('admin', { path: '/imports' })
  const text =
    '乡镇,隐患类型,隐患等级,整改期限,整改状态,经度,纬度\n义宁镇,标线磨损,一般,2026-10-13,整改中,114.52,29.09\n白岭镇,夜间无照明,一般,2026-10-13,已销号,114.0502,29.0501\n'
  await page.locator('input[type=file]').setInputFiles(table('台账.csv', text))
  const said = page.getByRole('alert').filter({ hasText: '这看来是隐患台账，不是县域图层。' })
  await said.waitFor()
  expect(await said.innerText()).toContain('表头里有“隐患类型”“隐患等级”“整改期限”“整改状态”。')
  expect(await said.innerText()).toContain('台账还不能导入')
  await page.getByText('还没有选择“导入为”，不会写入任何数据。').waitFor()
  expect(await page.getByRole('button', { name: /写入/ }).isDisabled()).toBe(true)
  expect(await page.locator('.import-map, .fact').count()).toBe(0)
  await keep('import-6-register')
  expect(await faultsSeenByAxe(page)).toEqual([])

  await page.getByLabel('导入为').selectOption('places')
  await page.getByText('有 1 行会把县里现有的位置移动 1 公里以上').waitFor()
  await said.waitFor()
  const row = page.getByRole('row', { name: /义宁镇 会把/ })
  expect(await row.innerText()).toMatch(/2\s+义宁镇\s+会把县里现有的位置移动 5.3 公里，请核对是不是同一处。/)
  await page.getByText('请先选择坐标基准').waitFor()
  await keep('import-7-register-as-places')
  expect(await faultsSeenByAxe(page)).toEqual([])
})

test('whoever is no administrator finds no such page', async () => {
  const { page } = await stage.enter('reviewer', { path: '/imports' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
})
