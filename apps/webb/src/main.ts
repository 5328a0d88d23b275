import './stod/zodUtanEval.ts'
import '@fkui/icon-lib-default/dist/f'
import { ErrorPlugin, setRunningContext, TranslationPlugin, ValidationPlugin } from '@fkui/vue'
import '@fkui/theme-default/dist/theme-light.css'
import '@fkui/design/lib/fkui.min.css'
import './tema.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.ts'

const app = createApp(App)
setRunningContext(app)
app.use(ErrorPlugin, { captureWarnings: true, logToConsole: true })
app.use(ValidationPlugin)
app.use(TranslationPlugin)
app.use(router)
app.mount('#app')
