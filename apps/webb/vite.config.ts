import vue from '@vitejs/plugin-vue'
import { constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** Writes a packed copy beside each text file, so that the server sends it as it lies. */
const packade = (): Plugin => ({
  name: 'packade',
  apply: 'build',
  generateBundle(_val, filer) {
    for (const [namn, fil] of Object.entries(filer)) {
      if (!/\.(js|css|html|svg)$/.test(namn)) continue
      const innehall = fil.type === 'chunk' ? fil.code : fil.source
      this.emitFile({ type: 'asset', fileName: `${namn}.gz`, source: gzipSync(innehall, { level: constants.Z_BEST_COMPRESSION }) })
    }
  },
})

const SERVER = process.env.ATERGANG_SERVER ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [vue(), packade()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 700 },
  server: { proxy: Object.fromEntries(['/api', '/inloggning', '/utloggning', '/idp', '/testinloggning', '/demo'].map((v) => [v, SERVER])) },
})
