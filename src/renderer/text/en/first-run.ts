/** English of the first run and of choosing a person. */

import type { firstRun as vietnameseFirstRun, session as vietnameseSession } from '../vi/first-run.ts'

export const firstRun = {
  title: 'Set up the ledger of your office',
  intro: 'Once only, in a minute. These lines stand at the head of every paper.',
  steps: { office: 'Office', signer: 'Signer', person: 'You' },
  officeName: 'Name of the office',
  officeNameExample: 'Đội Quản lý Điện lực khu vực Krông Pắc',
  officeCode: 'Code of the office',
  officeCodeHint: 'Capitals and digits like PC042; part of every paper number',
  parentOrganisation: 'Parent organisation',
  parentExample: 'Công ty Điện lực Đắk Lắk',
  place: 'Place of the papers',
  placeExample: 'Stands before the date, like Krông Pắc',
  signerTitle: "Signer's title",
  signerTitleExample: 'Đội trưởng',
  signerName: "Signer's name",
  isPractice: 'This is a practice ledger (every paper says MẪU)',
  personName: 'Your name',
  personRole: 'Your role',
  back: 'Back',
  next: 'Next',
  finish: 'Set up',
  letterhead: 'Head of the papers',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} satisfies typeof vietnameseFirstRun

export const session = {
  title: 'Who is working?',
  intro: 'Everything that is written carries the name of who wrote it.',
} satisfies typeof vietnameseSession
