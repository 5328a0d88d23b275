export { lasTidigare, TIDIGAREKOLUMNER, TIDIGARESTOD, type Tidigarepost, type Tidigarestod, type Tidigareval } from './poster.ts'
export { gallandePoster, medicinskServicePerAr, trendOverBrottet, type Serviceperiod, type Trendar, type Trenddel } from './trend.ts'
