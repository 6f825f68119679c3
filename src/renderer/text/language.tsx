/** Which language the window speaks; remembered on this computer. */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Language, type Text, texts } from './texts.ts'

interface Speaking {
  language: Language
  speak: (language: Language) => void
}

const LanguageContext = createContext<Speaking>({ language: 'vi', speak: () => {} })
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

export function useLanguage(): Speaking {
  return useContext(LanguageContext)
}

export function useText(): Text {
  return texts[useContext(LanguageContext).language]
}
