import { spawnSync } from 'node:child_process'
import { beforeEach, describe, expect, test } from 'vitest'
import { jpeg, picture, sha256Of } from '../photos/test-pictures.ts'
import { checkTemplate } from './check-template.ts'
import { renderNotice } from './render-notice.ts'
import { sampleContent } from './sample-content.ts'
import { builtInTemplate } from './templates/built-in-template.ts'
import { inBody, mediaIn, onceIsEnough, paragraph, withParts, wordsOfDocx, wordsOfPdf } from './test-documents.ts'

beforeEach(onceIsEnough)

const contentWith = (hashes: readonly string[]) => {
  const content = sampleContent('copy', '抄告函')
  const photos = hashes.map((sha256) => ({ sha256, caption: '现场' }))
  return { ...content, hazards: content.hazards.slice(0, 1).map((hazard) => ({ ...hazard, photos })) }
}

describe('a document is made beside the server’s own loop', () => {
  test('with its photos scaled, from the product’s template or the county’s own', async () => {
    const large = await picture(2400, 1800).jpeg().toBuffer()
    const webp = await picture(640, 480, 2).webp().toBuffer()
    const bytes = new Map([large, webp].map((photo) => [sha256Of(photo), photo]))
    const content = contentWith([...bytes.keys()])
    const read = async (sha256: string) => bytes.get(sha256) ?? null
    const usual = await renderNotice(content, null, read)
    expect(mediaIn(usual.docx)).toHaveLength(3)
    expect(usual.docx.length).toBeLessThan(large.length)
    const own = withParts(await builtInTemplate('copy'), { 'word/document.xml': inBody(paragraph('自家抬头')) })
    const changed = await renderNotice(content, own, read)
    expect(wordsOfDocx(changed.docx)).toContain('自家抬头')
    expect(await wordsOfPdf(changed.pdf)).toContain('自家抬头')
    const again = await renderNotice(content, null, read)
    expect([again.docx.equals(usual.docx), again.pdf.equals(usual.pdf)]).toEqual([true, true])
  })

  test('without the photos that are gone or broken, and says so in their place', async () => {
    const broken = (await jpeg()).subarray(0, 60)
    const read = async (sha256: string) => (sha256.startsWith('a') ? broken : null)
    const { docx } = await renderNotice(contentWith(['a'.repeat(64), 'b'.repeat(64)]), null, read)
    expect(wordsOfDocx(docx).split('照片缺失')).toHaveLength(3)
  })

  test('and the server’s loop goes on meanwhile', async () => {
    let beats = 0
    const heart = setInterval(() => {
      beats += 1
    }, 10)
    await renderNotice(contentWith([]), null, async () => null)
    clearInterval(heart)
    expect(beats).toBeGreaterThan(3)
  })

  test('a template that breaks it fails alone: the next document is made', async () => {
    await expect(renderNotice(contentWith([]), Buffer.from('no template'), async () => null)).rejects.toThrow()
    expect(await checkTemplate(Buffer.from('no template'), 'copy')).toEqual([{ fault: 'not-a-docx', detail: '' }])
    const deep = inBody(`${'<w:sdt><w:sdtContent>'.repeat(30_000)}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`)
    const tooDeep = withParts(await builtInTemplate('copy'), { 'word/document.xml': deep })
    expect(await checkTemplate(tooDeep, 'copy')).not.toEqual([])
    expect(await checkTemplate(await builtInTemplate('copy'), 'copy')).toEqual([])
    expect((await renderNotice(contentWith([]), null, async () => null)).pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('and when the layout itself crashes, only its own process goes: the server lives and makes the next', async () => {
    // so many that it is still being laid out when the crash comes
    const { hazards, ...content } = contentWith([])
    const long = { ...content, hazards: Array.from({ length: 400 }, () => hazards).flat() }
    const crashed = expect(renderNotice(long, null, async () => null)).rejects.toThrow()
    const workers = () => spawnSync('pgrep', ['-P', String(process.pid), '-f', 'document-worker']).stdout.toString()
    await expect.poll(workers, { interval: 5, timeout: 30_000 }).toMatch(/\d/)
    process.kill(Number(workers().trim().split('\n')[0]), 'SIGSEGV')
    await crashed
    expect((await renderNotice(contentWith([]), null, async () => null)).pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
