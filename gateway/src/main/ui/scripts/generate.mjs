// Turns the contracts into TypeScript, so that a client that disagrees with a contract does not compile.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const contracts = new URL('../../../../../contracts/', import.meta.url)
const target = new URL('../src/generated/', import.meta.url)

await mkdir(target, { recursive: true })
for (const service of ['personnel', 'training', 'planning']) {
  // Defaults are the server's to fill in: a body may leave them out.
  const ast = await openapiTS(new URL(`${service}/openapi.yaml`, contracts), { defaultNonNullable: false })
  await writeFile(new URL(`${service}.ts`, target), astToString(ast))
}

const [head, ...rows] = (await readFile(new URL('access/roles.csv', contracts), 'utf8')).trim().split(/\r?\n/)
if (head !== 'role,vi,en,actions') throw new Error(`roles.csv: unexpected columns ${head}`)
const roles = rows.map((row) => {
  const [role, vi, en, actions] = row.split(',')
  return { role, vi, en, actions: actions.split(' ') }
})
await writeFile(new URL('roles.json', target), JSON.stringify(roles, null, 2))
