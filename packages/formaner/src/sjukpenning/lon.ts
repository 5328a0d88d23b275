export { lonavdrag, lonegranser, lonPa, overTaket, saknarDelOverTaket, taketPerManad } from '../gemensamt/lon.ts'
