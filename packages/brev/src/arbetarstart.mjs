// Node 20 reads no TypeScript, and a thread inherits neither tsx's nor vitest's reader (`--import tsx` does nothing in a
// thread). So when run from source the thread begins here, in plain JavaScript.
import { register } from 'tsx/esm/api'

register()
await import('./arbetare.ts')
