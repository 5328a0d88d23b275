export { Arbetslag } from './arbetslag.ts'
