-- What asks whether a month is closed is worded anew below: a closing may be taken back.
DROP TRIGGER receipts_month_is_open;
--> statement-breakpoint
DROP TRIGGER handovers_month_is_open;
--> statement-breakpoint
DROP TRIGGER receipt_voids_month_is_open;
--> statement-breakpoint
DROP TRIGGER receipt_findings_month_is_open;
--> statement-breakpoint
DROP TRIGGER event_kits_month_is_open;
--> statement-breakpoint
DROP TRIGGER stock_slips_month_is_open;
--> statement-breakpoint
DROP TRIGGER repairs_month_is_open;
--> statement-breakpoint
DROP TRIGGER confirmation_lists_month_is_open;
--> statement-breakpoint
DROP TRIGGER confirmation_answers_month_is_open;
--> statement-breakpoint
DROP TRIGGER repair_steps_month_is_open;
--> statement-breakpoint
DROP TRIGGER repair_papers_month_is_open;
--> statement-breakpoint
DROP TRIGGER repair_paper_voids_month_is_open;
--> statement-breakpoint
DROP TRIGGER repair_complaints_month_is_open;
--> statement-breakpoint
DROP TRIGGER complaint_settlements_month_is_open;
--> statement-breakpoint
CREATE TABLE `acknowledgements` (
	`acknowledgement_id` text PRIMARY KEY NOT NULL,
	`closing_id` text NOT NULL,
	`verdict` text NOT NULL,
	`decided_at` text NOT NULL,
	`document` text NOT NULL,
	`signature` text NOT NULL,
	`signer_key_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`closing_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "acknowledgements_verdict" CHECK("acknowledgements"."verdict" IN ('accepted', 'rejected'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `acknowledgements_closing` ON `acknowledgements` (`closing_id`);
--> statement-breakpoint
CREATE TABLE `closing_proposals` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`explanations` text NOT NULL,
	`proposed_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `closing_proposals_period` ON `closing_proposals` (`period`,`proposed_at`);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`correction_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`entered_on` text NOT NULL,
	`corrected_period` text NOT NULL,
	`corrected_document` text NOT NULL,
	`figure` text NOT NULL,
	`count_delta` integer NOT NULL,
	`amount_delta_dong` integer NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "corrections_kind" CHECK("corrections"."kind" IN ('latePaper', 'correction')),
	CONSTRAINT "corrections_figure" CHECK("corrections"."figure" IN ('gifts', 'repairs')),
	CONSTRAINT "corrections_year" CHECK("corrections"."document_year" = CAST(substr("corrections"."entered_on", 1, 4) AS INTEGER)),
	CONSTRAINT "corrections_of_an_earlier_month" CHECK("corrections"."corrected_period" < substr("corrections"."entered_on", 1, 7))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `corrections_number` ON `corrections` (`document_year`,`document_number`);
--> statement-breakpoint
CREATE INDEX `corrections_day` ON `corrections` (`entered_on`);
--> statement-breakpoint
CREATE TABLE `package_dispatches` (
	`dispatch_id` text PRIMARY KEY NOT NULL,
	`closing_id` text NOT NULL,
	`way` text NOT NULL,
	`target` text,
	`sent_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`closing_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "package_dispatches_way" CHECK("package_dispatches"."way" IN ('copy', 'mail'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `package_dispatches_closing` ON `package_dispatches` (`closing_id`);
--> statement-breakpoint
CREATE TABLE `reopenings` (
	`closing_id` text PRIMARY KEY NOT NULL,
	`reopened_on` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`closing_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `backups` (
	`backup_id` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_length` integer NOT NULL,
	`made_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_closings` (
	`closing_id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`sequence` integer NOT NULL,
	`closed_at` text NOT NULL,
	`closed_on` text NOT NULL,
	`person_id` text NOT NULL,
	`proposal_id` text,
	`first_journal` integer NOT NULL,
	`last_journal` integer NOT NULL,
	`document` text NOT NULL,
	`report` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`proposal_id`) REFERENCES `closing_proposals`(`proposal_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "closings_revisions" CHECK("__new_closings"."revision" >= 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_closings` (closing_id, period, revision, sequence, closed_at, closed_on, person_id, first_journal,
  last_journal, document, report)
SELECT closing_id, period, 1, sequence, closed_at, closed_on, person_id, first_journal, last_journal, document, report
FROM closings;
--> statement-breakpoint
DROP TABLE `closings`;
--> statement-breakpoint
ALTER TABLE `__new_closings` RENAME TO `closings`;
--> statement-breakpoint
CREATE UNIQUE INDEX `closings_sequence_unique` ON `closings` (`sequence`);
--> statement-breakpoint
CREATE UNIQUE INDEX `closings_revision` ON `closings` (`period`,`revision`);
--> statement-breakpoint
-- Closings in force: those that were not taken back. Nothing dated in such a month or before it is added.
CREATE VIEW closed_months AS SELECT period FROM closings WHERE closing_id NOT IN (SELECT closing_id FROM reopenings);
--> statement-breakpoint
CREATE TRIGGER receipts_month_is_open BEFORE INSERT ON receipts
WHEN substr(NEW.issued_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of receipts'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_month_is_open BEFORE INSERT ON handovers
WHEN substr(NEW.handed_over_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of handovers'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_voids_month_is_open BEFORE INSERT ON receipt_voids
WHEN substr(NEW.voided_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of receipt_voids'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_findings_month_is_open BEFORE INSERT ON receipt_findings
WHEN substr(NEW.found_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of receipt_findings'); END;
--> statement-breakpoint
CREATE TRIGGER event_kits_month_is_open BEFORE INSERT ON event_kits
WHEN substr(NEW.issued_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of event_kits'); END;
--> statement-breakpoint
CREATE TRIGGER stock_slips_month_is_open BEFORE INSERT ON stock_slips
WHEN substr(NEW.moved_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of stock_slips'); END;
--> statement-breakpoint
CREATE TRIGGER repairs_month_is_open BEFORE INSERT ON repairs
WHEN substr(NEW.opened_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of repairs'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_lists_month_is_open BEFORE INSERT ON confirmation_lists
WHEN substr(NEW.drawn_up_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of confirmation_lists'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_answers_month_is_open BEFORE INSERT ON confirmation_answers
WHEN substr(NEW.confirmed_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of confirmation_answers'); END;
--> statement-breakpoint
CREATE TRIGGER repair_steps_month_is_open BEFORE INSERT ON repair_steps
WHEN substr(NEW.happened_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_steps'); END;
--> statement-breakpoint
CREATE TRIGGER repair_papers_month_is_open BEFORE INSERT ON repair_papers
WHEN substr(NEW.issued_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_papers'); END;
--> statement-breakpoint
CREATE TRIGGER repair_paper_voids_month_is_open BEFORE INSERT ON repair_paper_voids
WHEN substr(NEW.voided_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_paper_voids'); END;
--> statement-breakpoint
CREATE TRIGGER repair_complaints_month_is_open BEFORE INSERT ON repair_complaints
WHEN substr(NEW.received_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_complaints'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_settlements_month_is_open BEFORE INSERT ON complaint_settlements
WHEN substr(NEW.settled_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of complaint_settlements'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_month_is_open BEFORE INSERT ON corrections
WHEN substr(NEW.entered_on, 1, 7) <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of corrections'); END;
--> statement-breakpoint
CREATE TRIGGER backups_is_not_changed BEFORE UPDATE ON backups BEGIN SELECT RAISE(ABORT, 'issued: backups is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER backups_is_not_deleted BEFORE DELETE ON backups BEGIN SELECT RAISE(ABORT, 'issued: backups is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER closing_proposals_is_not_changed BEFORE UPDATE ON closing_proposals BEGIN SELECT RAISE(ABORT, 'issued: closing_proposals is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER closing_proposals_is_not_deleted BEFORE DELETE ON closing_proposals BEGIN SELECT RAISE(ABORT, 'issued: closing_proposals is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER closings_is_not_changed BEFORE UPDATE ON closings BEGIN SELECT RAISE(ABORT, 'issued: closings is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER closings_is_not_deleted BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'issued: closings is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER reopenings_is_not_changed BEFORE UPDATE ON reopenings BEGIN SELECT RAISE(ABORT, 'issued: reopenings is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER reopenings_is_not_deleted BEFORE DELETE ON reopenings BEGIN SELECT RAISE(ABORT, 'issued: reopenings is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER package_dispatches_is_not_changed BEFORE UPDATE ON package_dispatches BEGIN SELECT RAISE(ABORT, 'issued: package_dispatches is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER package_dispatches_is_not_deleted BEFORE DELETE ON package_dispatches BEGIN SELECT RAISE(ABORT, 'issued: package_dispatches is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER acknowledgements_is_not_changed BEFORE UPDATE ON acknowledgements BEGIN SELECT RAISE(ABORT, 'issued: acknowledgements is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER acknowledgements_is_not_deleted BEFORE DELETE ON acknowledgements BEGIN SELECT RAISE(ABORT, 'issued: acknowledgements is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_is_not_changed BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'issued: corrections is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_is_not_deleted BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'issued: corrections is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER closings_follow_each_other BEFORE INSERT ON closings
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM closings)
  OR NEW.period <= (SELECT coalesce(max(period), '') FROM closed_months)
  OR NEW.revision <> (SELECT coalesce(max(revision), 0) + 1 FROM closings WHERE period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'closing: not the next month or revision'); END;
--> statement-breakpoint
-- Two people: whoever drew a closing up does not approve it.
CREATE TRIGGER closings_are_a_second_persons BEFORE INSERT ON closings
WHEN NEW.person_id = (SELECT person_id FROM closing_proposals WHERE proposal_id = NEW.proposal_id)
BEGIN SELECT RAISE(ABORT, 'closing: approved by whoever drew it up'); END;
--> statement-breakpoint
-- A month opens again while it is the last one closed, and while head office has not accepted it.
CREATE TRIGGER reopenings_are_of_the_last_month BEFORE INSERT ON reopenings
WHEN (SELECT period FROM closings WHERE closing_id = NEW.closing_id) <> (SELECT max(period) FROM closed_months)
  OR EXISTS (SELECT 1 FROM acknowledgements WHERE closing_id = NEW.closing_id AND verdict = 'accepted')
BEGIN SELECT RAISE(ABORT, 'reopening: not the last month, or accepted'); END;
--> statement-breakpoint
CREATE TRIGGER acknowledgements_are_of_a_closing_in_force BEFORE INSERT ON acknowledgements
WHEN EXISTS (SELECT 1 FROM reopenings WHERE closing_id = NEW.closing_id)
  OR EXISTS (SELECT 1 FROM acknowledgements WHERE closing_id = NEW.closing_id AND verdict = 'accepted')
BEGIN SELECT RAISE(ABORT, 'acknowledgement: taken back or accepted before'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_are_of_a_closed_month BEFORE INSERT ON corrections
WHEN NEW.corrected_period > (SELECT coalesce(max(period), '') FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'correction: month is open'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_number_is_next BEFORE INSERT ON corrections
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM corrections WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of corrections'); END;
