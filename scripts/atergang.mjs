// npm run -s atergang -- <kommando>: the command line, on source.
import { installera, korTypeScript, ROT } from './installera.mjs'

installera()
// File names are the caller's: run where the caller stands.
const r = korTypeScript(`${ROT}apps/cli/src/start.ts`, process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { ...process.env, TSX_TSCONFIG_PATH: `${ROT}tsconfig.json` },
})
process.exit(r.status ?? 1)
