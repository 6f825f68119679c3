/** Which language the window speaks. */

import { createContext, useContext } from 'react'
import { type Language, type Text, texts } from './texts.ts'

export interface Speaking {
  language: Language
  speak: (language: Language) => void
}

export const LanguageContext = createContext<Speaking>({ language: 'vi', speak: () => {} })

export function useLanguage(): Speaking {
  return useContext(LanguageContext)
}

export function useText(): Text {
  return texts[useContext(LanguageContext).language]
}
