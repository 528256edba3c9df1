import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url)
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/^generated|\.test\.ts$|^app[/\\]dates\.ts$/.test(path),
)

/** Whatever turns a date into text, in any library within reach. */
const FORMATTING = /\.format\(\s*['"`]|toLocale(Date|Time)?String\(|DateTimeFormat|toDateString\(|\b(DD|MM)[/.-](MM|YYYY)/

describe('dates', () => {
  it('are turned into text by the date module alone', () => {
    expect(sources.length).toBeGreaterThan(30)
    const offenders = sources.filter((path) => FORMATTING.test(readFileSync(new URL(path, root), 'utf8')))
    expect(offenders).toEqual([])
  })
})
