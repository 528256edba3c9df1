import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isForPaper, printRecorded } from './printing'

/** A page that shows one answer; each time it is asked for, whether for paper is noted. */
async function page(answer: () => Promise<string>) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const asked: boolean[] = []
  const observer = new QueryObserver(queries, {
    queryKey: ['person'],
    queryFn: () => {
      asked.push(isForPaper())
      return answer()
    },
  })
  observer.subscribe(() => undefined)
  await vi.waitFor(() => expect(observer.getCurrentResult().isFetching).toBe(false))
  return { queries, asked }
}

describe('a print', () => {
  const root = { setAttribute: vi.fn(), removeAttribute: vi.fn() }
  beforeEach(() => {
    vi.resetAllMocks()
    vi.stubGlobal('document', { documentElement: root })
    vi.stubGlobal('window', { addEventListener: vi.fn() })
  })

  it('asks for everything on the page once more, as what goes onto paper', async () => {
    const { queries, asked } = await page(() => Promise.resolve('Tạ'))
    const print = vi.fn()

    expect(await printRecorded(queries, print)).toBe(true)
    expect(asked).toEqual([false, true])
    expect(print).toHaveBeenCalledOnce()
    expect(root.setAttribute).toHaveBeenCalledWith('data-printing', '')
    expect(isForPaper()).toBe(false)
  })

  it('does not happen where an answer that is on the page does not come again', async () => {
    let away = false
    const { queries } = await page(() => (away ? Promise.reject(new Error('away')) : Promise.resolve('Tạ')))
    const print = vi.fn()
    away = true

    expect(await printRecorded(queries, print)).toBe(false)
    expect(print).not.toHaveBeenCalled()
    expect(root.setAttribute).not.toHaveBeenCalled()
    expect(isForPaper()).toBe(false)
  })

  it('does not wait for what was not on the page before', async () => {
    const { queries } = await page(() => Promise.reject(new Error('away')))
    const print = vi.fn()

    expect(await printRecorded(queries, print)).toBe(true)
    expect(print).toHaveBeenCalledOnce()
  })
})
