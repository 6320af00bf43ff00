import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { Problem } from '../http/problem.ts'
import { lockedUntilAfter } from './lock-out.ts'
import { hashPassword, nobodysHash, passwordCost, passwordFits } from './password.ts'
import { isTooEasy } from './too-easy.ts'

test('a password fits its own hash and no other, and two hashes of one password differ', async () => {
  const [one, two] = [await hashPassword('道路千万条'), await hashPassword('道路千万条')]
  expect(one).not.toBe(two)
  expect([await passwordFits(one, '道路千万条'), await passwordFits(one, '道路千万')]).toEqual([true, false])
})

test('the same letters typed on another keyboard are the same password', async () => {
  const composed = await hashPassword('Caf\u00e9 au lait')
  expect(await passwordFits(composed, 'Cafe\u0301 au lait')).toBe(true)
})

test('where there is no account as much work is done, and nothing ever fits', async () => {
  const { memoryCost, timeCost, parallelism } = parseOptions(nobodysHash)
  expect({ memoryCost, timeCost, parallelism }).toEqual(passwordCost)
  expect(nobodysHash).toMatch(/^\$argon2id\$/)
  expect(parseOptions(await hashPassword('x'))).toEqual(parseOptions(nobodysHash))
  expect(await passwordFits(null, 'no password of anybody')).toBe(false)
})

test('a flood of sign-ins waits in a line of bounded length, and those beyond it are told to come again', async () => {
  const all = await Promise.allSettled(Array.from({ length: 80 }, () => passwordFits(null, 'x')))
  const refused = all.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(80 - 64 - 2)
  for (const { reason } of refused) expect(reason instanceof Problem && reason.code).toBe('try-again')
  expect(await passwordFits(null, 'x')).toBe(false)
})

test('a lock begins with the fifth failure at a minute and doubles up to an hour', () => {
  const now = '2026-11-18T01:00:00.000Z'
  const minutes = (failures: number): number | null => {
    const until = lockedUntilAfter(failures, now)
    return until === null ? null : (Date.parse(until) - Date.parse(now)) / 60_000
  }
  expect([4, 5, 6, 7, 8, 9, 10, 11, 12, 5000].map(minutes)).toEqual([null, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('what everybody tries first is too easy, whatever its capitals; a phrase is not', () => {
  for (const password of ['12345678', 'PASSWORD1', 'ｐａｓｓｗｏｒｄ', 'aaaaaaaa', 'wangwei88', 'Woaini1314'])
    expect([password, isTooEasy(password, 'wangwei')]).toEqual([password, true])
  for (const password of ['义宁镇到渣津镇的路', 'thirty junctions', 'ab-cd-ef-12'])
    expect([password, isTooEasy(password, 'wangwei')]).toEqual([password, false])
  expect(isTooEasy('no such 名字 here', 'zz')).toBe(false)
})
