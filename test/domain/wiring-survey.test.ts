import { expect, test } from 'vitest'
import { dangers, SURVEY_CONDITIONS, SURVEY_POINTS } from '../../src/domain/wiring-survey.ts'

test('a surveyor walks from the meter inwards', () => {
  expect(SURVEY_POINTS[0]).toBe('serviceCable')
  expect(SURVEY_POINTS).toHaveLength(9)
  expect(SURVEY_CONDITIONS).toEqual(['good', 'worn', 'dangerous', 'absent'])
})

test('what is dangerous is told apart from what is worn or not there, in the order it was found', () => {
  expect(
    dangers([
      { point: 'wiring', condition: 'dangerous', note: 'Chắp nối trần ở bếp' },
      { point: 'rcd', condition: 'absent', note: null },
      { point: 'switchboard', condition: 'dangerous', note: null },
      { point: 'lamps', condition: 'worn', note: null },
      { point: 'sockets', condition: 'good', note: null },
    ]),
  ).toEqual(['wiring', 'switchboard'])
  expect(dangers([])).toEqual([])
})
