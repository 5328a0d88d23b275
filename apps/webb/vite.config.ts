import vue from '@vitejs/plugin-vue'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** Writes a packed copy beside each text file as it was written, so that the server sends it as it lies. */
const packade = (): Plugin => ({
  name: 'packade',
  apply: 'build',
  writeBundle(val, filer) {
    for (const namn of Object.keys(filer).filter((n) => /\.(js|css|html|svg)$/.test(n))) {
      const fil = join(val.dir!, namn)
      writeFileSync(`${fil}.gz`, gzipSync(readFileSync(fil), { level: constants.Z_BEST_COMPRESSION }))
    }
  },
})

const SERVER = process.env.ATERGANG_SERVER ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [vue(), packade()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 700 },
  server: { proxy: Object.fromEntries(['/api', '/inloggning', '/utloggning', '/idp', '/testinloggning', '/demo'].map((v) => [v, SERVER])) },
})
