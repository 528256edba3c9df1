import { expect, test } from 'vitest'
import { filesIn } from './archive'

const stream = (...parts: number[][]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      parts.forEach((part) => controller.enqueue(new Uint8Array(part)))
      controller.close()
    },
  })

test('counts files that begin, also where a beginning comes in two parts', async () => {
  const told: number[] = []

  const parts = await filesIn(stream([0x50, 0x4b, 3, 4, 9, 0x50, 0x4b], [3, 4, 0x50, 0x4b, 1, 2]), (files) => told.push(files))

  expect(told).toEqual([1, 2])
  expect(parts.map((part) => part.length)).toEqual([7, 6])
})

test('an archive that ends in the middle is an error', async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      controller.error(new Error('network'))
    },
  })

  await expect(filesIn(broken, () => undefined)).rejects.toThrow('network')
})
