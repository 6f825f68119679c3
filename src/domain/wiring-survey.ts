/** A survey of the installation after the meter: what is looked at, and in which condition it may be found. */

/** In the order a surveyor walks: from the meter inwards. */
export const SURVEY_POINTS = [
  'serviceCable',
  'mainBreaker',
  'rcd',
  'switchboard',
  'wiring',
  'sockets',
  'switches',
  'lamps',
  'earthing',
] as const
export type SurveyPoint = (typeof SURVEY_POINTS)[number]

export const SURVEY_CONDITIONS = ['good', 'worn', 'dangerous', 'absent'] as const
export type SurveyCondition = (typeof SURVEY_CONDITIONS)[number]

/** One line of the checklist; `note` says what and where. */
export interface SurveyFinding {
  point: SurveyPoint
  condition: SurveyCondition
  note: string | null
}

/** The dangerous points of a survey: what a household must not wait long for. */
export function dangers(findings: readonly SurveyFinding[]): SurveyPoint[] {
  return findings.filter(({ condition }) => condition === 'dangerous').map(({ point }) => point)
}
