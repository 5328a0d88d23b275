// npm start: installs what is missing, builds what has changed, starts the server.
import { spawn } from 'node:child_process'
import { byggWebben } from './bygg.mjs'
import { installera, ROT } from './installera.mjs'

installera()
byggWebben()

const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production', TSX_TSCONFIG_PATH: `${ROT}tsconfig.json` }
const server = spawn(process.execPath, ['--no-warnings', '--import', import.meta.resolve('tsx'), `${ROT}apps/server/src/main.ts`], {
  cwd: ROT,
  stdio: 'inherit',
  env,
})
// Ctrl-C reaches the whole process group; we only wait for the server to have stopped cleanly.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal === 'SIGINT' && process.stdin.isTTY ? 0 : signal))
server.on('exit', (kod, signal) => process.exit(kod ?? (signal ? 1 : 0)))
