/** What the terminal says, in English. */

import { failures } from '../../contract/wording/en/failures.ts'
import { listFindings } from '../../contract/wording/en/list-findings.ts'
import { bagWarnings, packageFaults } from '../../contract/wording/en/package-faults.ts'
import { trade } from '../../contract/wording/en/trade.ts'
import { formatDay } from '../../domain/day.ts'
import { formatFigure } from '../../domain/figure.ts'
import { targetText } from '../../domain/indicator.ts'
import { formatDong } from '../../domain/money.ts'
import { formatPeriod } from '../../domain/period.ts'
import { REPAIR_STATES } from '../../domain/repair.ts'
import type { TerminalText } from './vi.ts'

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2)

export const en: TerminalText = {
  failures,
  trade,
  listFindings,
  help: `Sổ Tri Ân on the command line. Usage: npm run office -- COMMAND [options]

  demo                              does a whole month on sample data, under ./demo
  import FILE                       takes a list in (.xlsx, .xls, .ods, .csv); with --dry-run only looks
  undo BATCH                        takes an import back, exactly
  search TEXT                       households by name without marks, initials, last digits of a number
  duplicates                        pairs that may be one household; --state open|later|different
  repairs                           repairs and where they stand; --state, --campaign, --commune, --crew, --due DAY
  print receipts|kit --event E      a distribution's receipts or its whole kit; --out FILE
  print repairs|certificates|…      papers of repairs: survey-forms, work-orders, acceptances; --out FILE
  balance                           the distributions; --event E tells whether its papers are accounted for
  scan FILE…                        reads scans of signed papers and tells which each page is; --event E
  indicators                        indicators of service; --month MONTH, --set CODE=NUMERATOR/DENOMINATOR…
  close MONTH                       closes a month (2026-11) and writes its package
  verify PACKAGE_OR_FOLDER          checks a package: --keys FOLDER of the offices, --identity FILE, --bag-only
  acknowledge PACKAGE… --accept     (or --reject "…") answers packages: --key FILE --keys FOLDER --by NAME
  head-office-keys --out FOLDER     makes head office's keys and the public file that its offices take in
  consolidate PACKAGE… --into WHERE adds packages up in PostgreSQL (postgres://…) or a folder of Parquet files
  inbox PACKAGE…                    a company takes in packages of offices; --dry-run only looks; --key FILE
  journal                           shows the journal and checks its hash chain

Everywhere: --ledger FOLDER (which ledger; else the one SO_TRI_AN_LEDGER names, or the window opens on this computer),
--json (answers for machines), --language vi|en, --help.
Exit codes: 0 done · 1 refused, or faults in a package · 2 wrong words · 3 file, disk or ledger · 4 our mistake.`,
  helpOf: {
    demo: 'demo: a new practice ledger in ./demo; imports the sample lists, hands over gifts, certifies repairs, prints, closes, packages, checks.',
    import:
      'import FILE [--ledger FOLDER] [--dry-run] [--sheet NAME] [--header-row NUMBER] [--end-gone] [--person NAME]: reads a list, tells every doubt, takes it in as one batch that can be undone. --end-gone ends the category of households that the list no longer names.',
    undo: 'undo BATCH [--ledger FOLDER] [--person NAME]: refuses, with names, where papers or later changes depend on it.',
    search: 'search TEXT [--ledger FOLDER] [--limit N] [--person NAME]: citizen IDs are always masked.',
    duplicates:
      'duplicates [--ledger FOLDER] [--state open|later|different] [--person NAME]: the score of each pair and its reasons.',
    print:
      'print receipts|kit --event E --out FILE [--ledger FOLDER] [--layout A4|A5] [--from N --to N] [--person NAME]: E is the id of a distribution, or its place and day (“Nhà văn hoá thôn Đông 20/11/2026”); --from, --to print receipts again from number to number. print repairs|survey-forms|work-orders|acceptances|certificates --out FILE [--ledger FOLDER]: papers of repairs, chosen by the options of repairs; repairs is the whole file of each.',
    repairs:
      'repairs [--ledger FOLDER] [--state STATE,…] [--campaign NAME] [--commune NAME] [--hamlet NAME] [--crew NAME] [--due DAY] [--find WORDS] [--person NAME]: states are new, surveyed, confirmed, inProgress, awaitingAcceptance, done, unsafe, cancelled; --due are those to be looked at again by then.',
    balance:
      'balance [--ledger FOLDER] [--event E] [--person NAME]: without --event lists the distributions; with it, exit code 1 while papers are not accounted for.',
    scan: 'scan FILE… [--ledger FOLDER] [--event E] [--person NAME]: PDF, TIFF, JPG, PNG; pages wait in the queue “Signed papers”.',
    close:
      'close MONTH [--ledger FOLDER] [--propose] [--explanation WORDS] [--folder FOLDER] [--masked [--receiver FILE]] [--person NAME]: closes and packages; --propose only draws the closing up, for a second person to approve by the same command; --explanation is the word to the warnings; --masked makes the package with masked ID numbers, encrypted to the key in --receiver; a closed month is only packaged again.',
    verify:
      'verify PACKAGE_OR_FOLDER [--keys FOLDER] [--identity FILE] [--bag-only]: checks a package; --identity opens an encrypted one, --bag-only judges any BagIt bag; exit code 1 when it has faults.',
    acknowledge:
      'acknowledge PACKAGE… --accept|--reject "REASON" --by NAME --key FILE --keys FOLDER [--identity FILE] [--conflicts FILE_OR_FOLDER] [--out FOLDER]: checks the package, then writes <package>.receipt.json and .minisig; a package with faults cannot be accepted; the same answer again changes nothing. Exit code 1 when one was not answered.',
    'head-office-keys':
      'head-office-keys --out FOLDER --name NAME [--programme-key]: makes the signing key (head-office.key.pem) and the key that opens packages (head-office.identity.txt), both secret, and head-office.json for the offices to take in; with --programme-key also the key of the programme, made by the corporation alone (secret, one for all companies); nothing is ever written over.',
    consolidate:
      'consolidate PACKAGE_OR_FOLDER… --into postgres://…|FOLDER [--keys FOLDER] [--identity FILE]: checks each package and loads it whole or not at all; loading again changes nothing; tells what is missing. Exit code 1 when one was refused. See resources/help/consolidation.md.',
    inbox:
      'inbox PACKAGE_OR_FOLDER… [--ledger FOLDER] [--dry-run] [--identity FILE] [--conflicts FOLDER] [--person NAME]: checks each package, tells what it changes, and takes it in; --conflicts writes whom two offices helped. inbox --key FILE [--fingerprint "FINGERPRINT"]: shows the key of an office (.pub) or the programme key (.json), and takes it in where the fingerprint is right. Exit code 1 where a package is refused.',
    indicators:
      'indicators [--ledger FOLDER] [--month MONTH] [--set CODE=NUMERATOR/DENOMINATOR…] [--person NAME]: what each came to against its target, in the running month or another; --set enters figures first, all or none, CODE= takes them back.',
    journal:
      'journal [--ledger FOLDER] [--limit N] [--person NAME]: the newest rows and whether the hash chain is whole.',
  },
  usage: {
    command: (word) => `There is no command “${word}”.`,
    language: (word) => `There is no language “${word}”; choose vi or en.`,
    missing: (word) => `${word} is missing.`,
    state: (word) => `There is no group “${word}”; choose open, later or different.`,
    event: (word) => `“${word}” is not exactly one distribution; balance lists them with their ids.`,
    paper: (word) =>
      `“${word}” cannot be printed: choose receipts, kit, repairs, survey-forms, work-orders, acceptances or certificates.`,
    repairState: (word) => `There is no state “${word}”; see repairs --help.`,
    campaign: (word) => `“${word}” is not exactly one campaign.`,
    day: (word) => `“${word}” is no day; write it like 20/11/2026.`,
    layout: (word) => `There is no layout “${word}”; choose A4 or A5.`,
    number: (word) => `“${word}” is not the number of a receipt.`,
    oneConflictsFile: (word) => `${word} is of one package; with several, give --conflicts a folder.`,
    name: (word) => `“${word}” cannot be the name: at most 200 letters, no control characters.`,
    wholeKit: (word) => `“${word}” is printed whole; --from and --to are not for it.`,
    noPackage: (word) => `There is no package in ${word}.`,
    month: (word) => `“${word}” is not a month; write it like 2026-11.`,
    entry: (word) => `“${word}” is no figure of an indicator; write it like KHIEU_NAI=38/40, or HOI_NGHI=2.`,
    foreignFolder: (word) => `${word} holds files that no demo made; move them away and run it again.`,
  },
  preview: ({ fileName, sheetName, effects, warningCount }) =>
    `${fileName}${sheetName ? ` (${sheetName})` : ''}: ${effects.new} new households, ${effects.changed} changed, ` +
    `${effects.same} the same, ${effects.blocked} rows left out, ${warningCount} warnings.`,
  finding: (finding) =>
    `  row ${finding.rowNumber} ${finding.severity === 'error' ? 'ERROR' : 'note'}: ${listFindings[finding.code](finding)}`,
  column: ({ columnNumber, header, field, confidence, conversion }) =>
    `  column ${columnNumber} “${header}”: ${field ? `${trade.householdFields[field]} (${Math.round(confidence * 100)} %)` : 'not read'}` +
    (conversion ? `, ${conversion.encoding.toUpperCase()} font: ${conversion.before[0] ?? ''}` : ''),
  changedRow: ({ rowNumber, household, changes }) =>
    rowNumber === null
      ? `  no longer in the list: ${household?.headOfHousehold ?? ''}`
      : `  row ${rowNumber} changes ${household?.headOfHousehold ?? ''}: ` +
        changes.map(({ field }) => trade.householdFields[field]).join(', '),
  batch: ({ batchId, inserted, changed, same, blocked, declined, ended }) =>
    `Taken in: ${inserted} households added, ${changed} changed, ${same} the same, ${blocked} left out, ` +
    `${declined} declined, ${ended} ended. Batch: ${batchId}`,
  undone: ({ removed, restored }) => `Undone: ${removed} households removed, ${restored} as they were before.`,
  household: ({ headOfHousehold, birthYear, maskedCitizenId, hamlet, communeName, customerCode }) =>
    [headOfHousehold, birthYear, maskedCitizenId, hamlet, communeName, customerCode].filter(Boolean).join(' · '),
  nobodyFound: (text) => `No household found for “${text}”.`,
  pair: ({ one, other, score, reasons }) =>
    `${String(score).padStart(3)}  ${[one, other]
      .map(({ headOfHousehold, birthYear, hamlet }) => [headOfHousehold, birthYear, hamlet].filter(Boolean).join(', '))
      .join('  ↔  ')}  (${reasons.map((reason) => trade.duplicateReasons[reason]).join('; ')})`,
  pairCounts: ({ open, later, different }) => `${open} pairs open, ${later} put off, ${different} different.`,
  event: ({ eventId, placeName, heldOn, campaignName, householdCount, kit, balance: { isBalanced, open } }) =>
    `${placeName} ${formatDay(heldOn)} · ${campaignName} · ${householdCount} gifts · ` +
    `${kit ? (isBalanced ? `${kit.documentNumber}, balanced` : `${kit.documentNumber}, ${open} papers open`) : 'no kit yet'} · ${eventId}`,
  noEvents: 'There are no distributions yet.',
  repair: ({ documentNumber, household, state, crew, costDong, dueOn, certificateNumber }) =>
    [
      documentNumber ?? 'no number',
      [household.headOfHousehold, household.hamlet, household.communeName].filter(Boolean).join(', '),
      trade.repairStates[state],
      crew,
      `${formatDong(costDong)} đồng`,
      certificateNumber,
      dueOn && `due ${formatDay(dueOn)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  repairCounts: (counts) => REPAIR_STATES.map((state) => `${trade.repairStates[state]} ${counts[state]}`).join(', '),
  openSheet: ({ position, documentNumber, headOfHousehold }) =>
    `  open: ${[position, documentNumber, headOfHousehold ?? 'blank'].filter(Boolean).join(' · ')}`,
  balance: ({ printed, signed, void: voided, spare, missing, open, isBalanced }) =>
    `Printed ${printed} = signed ${signed} + void ${voided} + spare ${spare} + missing ${missing}` +
    (isBalanced ? ': balanced.' : `, ${open} papers STILL OPEN.`),
  printed: ({ paperCount, pageCount }, file) => `${paperCount} papers, ${pageCount} pages: ${file}`,
  scannedPage: ({ sourceName, pageNumber, state, codes, confidence, rotationDegrees, signature, paper }) =>
    `${sourceName} page ${pageNumber}: ${trade.scanStates[state]}, code ${codes.join(', ') || '–'} (${confidence} %), ` +
    `turned ${rotationDegrees}°, ${trade.signatureLooks[signature].toLowerCase()}` +
    (paper ? ` → ${[paper.documentNumber, paper.headOfHousehold].filter(Boolean).join(' ')}` : ''),
  scanStates: ({ matched, unsure, unreadable, duplicate, foreign }) =>
    `${matched} matched, ${unsure} to look at, ${unreadable} without a code, ${duplicate} duplicate, ${foreign} from elsewhere.`,
  proposed: (period) =>
    `The closing of ${formatPeriod(period)} is drawn up; a second person approves it by: close ${period} --person NAME.`,
  indicator: ({ code, name, numerator, denominator, value, unitOfMeasure, verdict, ...target }) =>
    [
      code.padEnd(20),
      name,
      [numerator, denominator].flatMap((figure) => (figure === null ? [] : [formatFigure(figure)])).join(' / '),
      value === null ? '' : `${formatFigure(value)} ${unitOfMeasure}`,
      targetText(target),
      trade.indicatorVerdicts[verdict],
    ]
      .filter(Boolean)
      .join(' · '),
  indicatorCounts: (period, entered, all) => `${formatPeriod(period)}: ${entered} of ${all} indicators entered.`,
  closed: (period, sequence, figures) =>
    `Month ${formatPeriod(period)} closed (closing ${sequence}): ${figures.handoverCount} gifts, ` +
    `${formatDong(figures.giftsDong)} đồng; ${figures.repairCount} repairs, ${formatDong(figures.repairsDong)} đồng.`,
  packaged: ({ file, identity, bytes }) => `Package: ${file} (${megabytes(bytes)} MB)\n  identity ${identity}`,
  packageSummary: ({ packageName, officeName, period, sequence, signature }) =>
    `${packageName}: ${officeName}, month ${period}, sequence ${sequence}, signature ${
      {
        good: 'good',
        bad: 'BAD',
        unknownKey: 'by an unknown key',
        revokedKey: 'by a revoked key',
        notChecked: 'not checked',
      }[signature]
    }.`,
  fault: ({ code, file, detail }) => `  FAULT ${code}${file ? ` [${file}]` : ''}: ${packageFaults[code]} (${detail})`,
  bagWarning: ({ code, file }) => `  NOTE ${code}${file ? ` [${file}]` : ''}: ${bagWarnings[code]}`,
  bagVerdict: (faultCount) =>
    faultCount === 0 ? 'The bag is valid and complete.' : `The bag is not valid: ${faultCount} faults.`,
  verdict: (faultCount) =>
    faultCount === 0 ? 'The package is whole: no faults.' : `The package has ${faultCount} faults.`,
  loaded: (outcome, name) => {
    switch (outcome.kind) {
      case 'loaded':
        return `${name}: ${outcome.rows} rows loaded${outcome.replaces ? ', in the place of the revision before' : ''}.`
      case 'superseded':
        return `${name}: a later revision of this month is there; only remembered.`
      case 'known':
        return `${name}: loaded before, nothing changed.`
      case 'refused':
        return `${name}: NOT LOADED, the package has ${outcome.faults.length} faults.`
      case 'stopped':
        return `${name}: not loaded; stopped here.`
    }
  },
  answered: (answer, name) => {
    switch (answer.kind) {
      case 'given':
        return `${name}: ${answer.acknowledgement.verdict === 'accepted' ? 'ACCEPTED' : 'REJECTED'}, wrote ${answer.file} and .minisig${answer.acknowledgement.conflicts.length > 0 ? `, with ${answer.acknowledgement.conflicts.length} households that two offices helped` : ''}.`
      case 'known':
        return `${name}: answered so before, nothing changed.`
      case 'faulty':
        return `${name}: NOT ANSWERED, the package has ${answer.faults.length} faults.`
      case 'masked':
        return `${name}: a masked package gets no answer: its office waits for that of the full one.`
      case 'otherAnswer':
        return `${name}: NOT ANSWERED, ${answer.file} is another answer; give another --out to answer anew.`
    }
  },
  headOfficeKeysMade: (folder, fingerprint) =>
    `Keys were made in ${folder}.\nSend head-office.json to the offices; every other file there is secret and wants a copy put away.\nFingerprint to read over the telephone: ${fingerprint}`,
  missing: ({ months, sequences, ledgers }) => [
    ...months.map(({ officeId, period }) => `  MISSING ${officeId}: no package of ${formatPeriod(period)} yet.`),
    ...sequences.map(({ officeId, first, last }) =>
      first === last
        ? `  MISSING ${officeId}: the package with sequence ${first} was written and has not arrived.`
        : `  MISSING ${officeId}: the packages with sequences ${first}–${last} were written and have not arrived.`,
    ),
    ...ledgers.map(({ officeId, count }) => `  NOTE ${officeId}: packages of ${count} ledgers (installed anew?).`),
  ],
  consolidated: ({ loaded, superseded, known, refused }, rowCount) =>
    `${loaded} packages loaded (${rowCount} rows), ${known} known, ${superseded} only remembered, ${refused} refused.`,
  signaturesNotChecked: 'Signatures were NOT checked: give --keys FOLDER with the public keys of the offices.',
  received: ({ fileName, state, summary, difference, missing }) => [
    summary
      ? `${summary.packageName}: ${summary.officeName}, ${formatPeriod(summary.period)}: ${trade.packageStates[state]}.`
      : `${fileName}: ${trade.packageStates[state]}.`,
    ...difference.map(
      ({ table, added, removed, changed }) =>
        `  ${trade.packageTables[table]}: ${added} added, ${removed} removed, ${changed} changed`,
    ),
    ...missing.months.map((period) => `  still missing: ${formatPeriod(period)}`),
  ],
  takenIn: (takenCount, packageCount, isDryRun) =>
    isDryRun
      ? `${packageCount} packages looked at, none taken in.`
      : `${takenCount} of ${packageCount} packages taken in.`,
  conflictFile: (file) => `Helped by several offices: ${file}`,
  key: ({ kind, officeId, fingerprint, state }, isTakenIn) =>
    `${officeId === null ? 'The programme key' : `The ${kind === 'revocation' ? 'revoked key' : 'key'} of office ${officeId}`}: fingerprint ${fingerprint}. ` +
    (isTakenIn
      ? 'Taken in.'
      : state === 'known'
        ? 'The ledger has it.'
        : `Compare it with whoever issued it, then run this again with --fingerprint "${fingerprint}".`),
  journalRow: ({ sequence, recordedAt, personName, command }) =>
    `${String(sequence).padStart(6)}  ${recordedAt}  ${(personName ?? '').padEnd(24)}  ${
      trade.commands[command as keyof typeof trade.commands] ?? command
    }`,
  journalVerdict: ({ rowCount, head, firstBroken }) =>
    firstBroken
      ? `The journal is BROKEN from row ${firstBroken.sequence} (${firstBroken.reason}); the ${rowCount} rows before it are whole.`
      : `The journal is whole: ${rowCount} rows, last hash ${head.slice(0, 16)}…`,
  demo: {
    begun: (folder) => `A new practice ledger: ${folder}`,
    imported: (fileName, { inserted, blocked }, warningCount) =>
      `Imported ${fileName}: ${inserted} households, ${blocked} rows left out, ${warningCount} warnings.`,
    campaignOpened: (name) => `Opened the campaign “${name}”.`,
    handedOver: (count, totalDong) => `Handed gifts to ${count} households, ${formatDong(totalDong)} đồng in all.`,
    explanation: 'A practice ledger: figures to try things out with',
    repaired: (count, totalDong) => `Certified ${count} repairs, ${formatDong(totalDong)} đồng in all.`,
    indicatorsEntered: (count) => `Entered ${count} indicators of service.`,
    printed: (kind, { paperCount, pageCount }, file) =>
      `${trade.documentKinds[kind]}: ${paperCount} papers, ${pageCount} pages: ${file}`,
    listPrinted: (pageCount, file) => `Sign-off list: ${pageCount} pages: ${file}`,
    ended: (seconds) => `Done in ${seconds.toFixed(1)} s.`,
  },
}
