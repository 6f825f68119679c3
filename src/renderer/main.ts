/** Puts the window together and starts it. */

import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/window.css'
import { setNonce } from 'get-nonce'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
setNonce(styleNonce)

const root = document.getElementById('root')
if (root) createRoot(root).render(createElement(App, { styleNonce }))
