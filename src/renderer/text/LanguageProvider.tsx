/** Keeps the language of the window, remembered on this computer. */

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { LanguageContext } from './language.ts'
import type { Language } from './texts.ts'

const STORED_AS = 'language'

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'vi'))
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(STORED_AS, language)
  }, [language])
  const speaking = useMemo(() => ({ language, speak: setLanguage }), [language])
  return <LanguageContext.Provider value={speaking}>{children}</LanguageContext.Provider>
}
