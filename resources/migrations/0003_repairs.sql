ALTER TABLE `campaigns` ADD `repair_budget_dong` integer CHECK (repair_budget_dong >= 0);
--> statement-breakpoint
ALTER TABLE `campaigns` ADD `repair_budget_per_household_dong` integer CHECK (repair_budget_per_household_dong >= 0);
--> statement-breakpoint
CREATE TABLE `__new_repairs` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`campaign_id` text,
	`document_year` integer,
	`document_number` integer,
	`code` text,
	`opened_on` text NOT NULL,
	`origin` text NOT NULL,
	`need` text,
	`follows_repair_id` text,
	`funding_source` text,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`follows_repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repairs_origin" CHECK("__new_repairs"."origin" IN ('list', 'request', 'complaint', 'earlier')),
	CONSTRAINT "repairs_numbered" CHECK(("__new_repairs"."document_number" IS NULL) = ("__new_repairs"."origin" = 'earlier')),
	CONSTRAINT "repairs_year" CHECK("__new_repairs"."document_year" = CAST(substr("__new_repairs"."opened_on", 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_steps` (
	`step_id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`event` text NOT NULL,
	`state` text NOT NULL,
	`happened_on` text NOT NULL,
	`reason` text,
	`due_on` text,
	`confirmation_list_id` text,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`confirmation_list_id`) REFERENCES `confirmation_lists`(`list_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repair_steps_state" CHECK("repair_steps"."state" IN ('new', 'surveyed', 'confirmed', 'inProgress', 'awaitingAcceptance', 'done', 'unsafe', 'cancelled')),
	CONSTRAINT "repair_steps_reason" CHECK("repair_steps"."reason" IS NOT NULL OR "repair_steps"."event" NOT IN ('exempt', 'decline', 'declareUnsafe', 'cancel', 'voidAcceptance', 'voidCertificate')),
	CONSTRAINT "repair_steps_follow_up" CHECK("repair_steps"."state" <> 'unsafe' OR "repair_steps"."due_on" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE `confirmation_lists` (
	`list_id` text PRIMARY KEY NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`drawn_up_on` text NOT NULL,
	`commune_name` text,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "confirmation_lists_year" CHECK("confirmation_lists"."document_year" = CAST(substr("confirmation_lists"."drawn_up_on", 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE TABLE `confirmation_entries` (
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`repair_id` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `confirmation_lists`(`list_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `confirmation_answers` (
	`list_id` text PRIMARY KEY NOT NULL,
	`confirmed_on` text NOT NULL,
	`confirmation_number` text,
	`signed_by` text,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `confirmation_lists`(`list_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_states` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`since` text NOT NULL,
	`step_id` text,
	`ordinal` integer NOT NULL,
	`due_on` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_surveys` (
	`step_id` text PRIMARY KEY NOT NULL,
	`surveyor` text NOT NULL,
	`condition_found` text NOT NULL,
	`needed_work` text,
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `survey_findings` (
	`step_id` text NOT NULL,
	`point` text NOT NULL,
	`condition` text NOT NULL,
	`note` text,
	PRIMARY KEY(`step_id`, `point`),
	FOREIGN KEY (`step_id`) REFERENCES `repair_surveys`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "survey_findings_condition" CHECK("survey_findings"."condition" IN ('good', 'worn', 'dangerous', 'absent'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_plans` (
	`step_id` text PRIMARY KEY NOT NULL,
	`crew` text NOT NULL,
	`planned_for` text NOT NULL,
	`instructions` text,
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_works` (
	`step_id` text PRIMARY KEY NOT NULL,
	`crew` text NOT NULL,
	`work_done` text NOT NULL,
	`hours` real,
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repair_works_hours" CHECK("repair_works"."hours" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_repair_items` (
	`step_id` text NOT NULL,
	`line_number` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` text,
	`name` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`quantity` real NOT NULL,
	`unit_price_dong` integer NOT NULL,
	PRIMARY KEY(`step_id`, `line_number`),
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`item_id`) REFERENCES `stock_items`(`item_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repair_items_kind" CHECK("__new_repair_items"."kind" IN ('material', 'work')),
	CONSTRAINT "repair_items_of_the_stock" CHECK("__new_repair_items"."item_id" IS NULL OR "__new_repair_items"."kind" = 'material'),
	CONSTRAINT "repair_items_quantity" CHECK("__new_repair_items"."quantity" > 0 AND "__new_repair_items"."unit_price_dong" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_checks` (
	`step_id` text PRIMARY KEY NOT NULL,
	`tester` text NOT NULL,
	`instrument` text NOT NULL,
	`calibrated_until` text NOT NULL,
	`insulation_megaohm` real NOT NULL,
	`continuity_ohm` real,
	`rcd_trip_milliseconds` real,
	`rcd_test_button_works` integer,
	`polarity_correct` integer NOT NULL,
	`earthing_ohm` real,
	`powered_on` integer NOT NULL,
	`continuity_limit_ohm` real NOT NULL,
	`earthing_limit_ohm` real NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_acceptances` (
	`step_id` text PRIMARY KEY NOT NULL,
	`supervisor` text NOT NULL,
	`household_representative` text NOT NULL,
	`household_relation` text,
	`commune_representative` text,
	`remark` text,
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_slips` (
	`slip_id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	FOREIGN KEY (`slip_id`) REFERENCES `stock_slips`(`slip_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `check_limits` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`continuity_ohm` real NOT NULL,
	`earthing_ohm` real NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "check_limits_positive" CHECK("check_limits"."continuity_ohm" > 0 AND "check_limits"."earthing_ohm" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_papers` (
	`paper_id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`step_id` text NOT NULL,
	`kind` text NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`issued_on` text NOT NULL,
	`cost_dong` integer NOT NULL,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repair_papers_kind" CHECK("repair_papers"."kind" IN ('workOrder', 'acceptanceRecord', 'repairCertificate')),
	CONSTRAINT "repair_papers_year" CHECK("repair_papers"."document_year" = CAST(substr("repair_papers"."issued_on", 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_paper_voids` (
	`paper_id` text PRIMARY KEY NOT NULL,
	`voided_on` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `repair_papers`(`paper_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_photos` (
	`photo_id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`moment` text NOT NULL,
	`file_sha256` text NOT NULL,
	`file_type` text NOT NULL,
	`file_name` text NOT NULL,
	`byte_length` integer NOT NULL,
	`small_sha256` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repair_photos_moment" CHECK("repair_photos"."moment" IN ('survey', 'before', 'after'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_complaints` (
	`complaint_id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`received_on` text NOT NULL,
	`complainant` text NOT NULL,
	`content` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `complaint_settlements` (
	`complaint_id` text PRIMARY KEY NOT NULL,
	`settled_on` text NOT NULL,
	`outcome` text NOT NULL,
	`repair_id` text,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `repair_complaints`(`complaint_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
-- Repairs of the first version were written down when they were finished: they have no survey form, and what was found is
-- what was said to be needed.
INSERT INTO `__new_repairs` (repair_id, household_id, campaign_id, opened_on, origin, need, funding_source, recorded_at,
  person_id)
SELECT repair_id, household_id, campaign_id, done_on, 'earlier', condition_found, funding_source, recorded_at, person_id
FROM repairs;
--> statement-breakpoint
-- Their steps: the work and its checks on one day, the certificate, the void. A step's identity is its repair's, with
-- another digit where a UUID says which version it is of.
INSERT INTO repair_steps (step_id, repair_id, ordinal, event, state, happened_on, recorded_at, person_id)
SELECT substr(repair_id, 1, 14) || '1' || substr(repair_id, 16), repair_id, 1, 'finishWork', 'awaitingAcceptance', done_on, recorded_at,
  person_id FROM repairs
UNION ALL
SELECT substr(repair_id, 1, 14) || '2' || substr(repair_id, 16), repair_id, 2, 'check', 'awaitingAcceptance', done_on, recorded_at, person_id
  FROM repairs
UNION ALL
SELECT substr(repair_id, 1, 14) || '3' || substr(repair_id, 16), repair_id, 3, 'certify', 'done', certified_on, recorded_at, person_id
  FROM certificates;
--> statement-breakpoint
INSERT INTO repair_steps (step_id, repair_id, ordinal, event, state, happened_on, reason, recorded_at, person_id)
SELECT substr(repair_id, 1, 14) || '4' || substr(repair_id, 16), repair_id, 4, 'voidCertificate', 'awaitingAcceptance', voided_on, reason,
  recorded_at, person_id FROM repair_voids WHERE repair_id IN (SELECT repair_id FROM certificates)
UNION ALL
SELECT substr(repair_id, 1, 14) || '5' || substr(repair_id, 16), repair_id, iif(repair_id IN (SELECT repair_id FROM certificates), 5, 3),
  'cancel', 'cancelled', voided_on, reason, recorded_at, person_id FROM repair_voids;
--> statement-breakpoint
INSERT INTO repair_works (step_id, crew, work_done)
SELECT substr(repair_id, 1, 14) || '1' || substr(repair_id, 16), crew, 'Sửa điện sau công tơ' FROM repairs;
--> statement-breakpoint
INSERT INTO `__new_repair_items` (step_id, line_number, kind, name, unit_of_measure, quantity, unit_price_dong)
SELECT substr(repair_id, 1, 14) || '1' || substr(repair_id, 16), line_number, 'material', name, unit_of_measure, quantity, unit_price_dong
FROM repair_items;
--> statement-breakpoint
-- What was not asked then is not present; the limits are those of today's beginning (domain/repair-check.ts).
INSERT INTO repair_checks (step_id, tester, instrument, calibrated_until, insulation_megaohm, rcd_trip_milliseconds,
  polarity_correct, powered_on, continuity_limit_ohm, earthing_limit_ohm)
SELECT substr(repair_id, 1, 14) || '2' || substr(repair_id, 16), crew, 'Không ghi', done_on, insulation_megaohm, rcd_trip_milliseconds,
  polarity_correct, powered_on, 1, 10 FROM repairs;
--> statement-breakpoint
-- A certificate keeps its identity, so that its printings and its scans stay its own.
INSERT INTO repair_papers (paper_id, repair_id, step_id, kind, document_year, document_number, code, issued_on, cost_dong,
  paper, recorded_at, person_id)
SELECT repair_id, repair_id, substr(repair_id, 1, 14) || '3' || substr(repair_id, 16), 'repairCertificate', document_year, document_number, code,
  certified_on, cost_dong, paper, c.recorded_at, c.person_id FROM certificates c JOIN repairs USING (repair_id);
--> statement-breakpoint
INSERT INTO repair_paper_voids (paper_id, voided_on, reason, recorded_at, person_id)
SELECT repair_id, voided_on, reason, recorded_at, person_id FROM repair_voids
WHERE repair_id IN (SELECT repair_id FROM certificates);
--> statement-breakpoint
INSERT INTO repair_states (repair_id, state, since, step_id, ordinal)
SELECT repair_id, state, happened_on, step_id, ordinal FROM repair_steps s
WHERE ordinal = (SELECT max(ordinal) FROM repair_steps last WHERE last.repair_id = s.repair_id);
--> statement-breakpoint
DROP TABLE `repair_voids`;
--> statement-breakpoint
DROP TABLE `certificates`;
--> statement-breakpoint
DROP TABLE `repair_items`;
--> statement-breakpoint
ALTER TABLE `__new_repair_items` RENAME TO `repair_items`;
--> statement-breakpoint
DROP TABLE `repairs`;
--> statement-breakpoint
ALTER TABLE `__new_repairs` RENAME TO `repairs`;
--> statement-breakpoint
CREATE INDEX `repair_complaints_repair` ON `repair_complaints` (`repair_id`);
--> statement-breakpoint
CREATE INDEX `repair_paper_voids_day` ON `repair_paper_voids` (`voided_on`);
--> statement-breakpoint
CREATE UNIQUE INDEX `repair_papers_code_unique` ON `repair_papers` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `repair_papers_number` ON `repair_papers` (`kind`,`document_year`,`document_number`);
--> statement-breakpoint
CREATE INDEX `repair_papers_repair` ON `repair_papers` (`repair_id`);
--> statement-breakpoint
CREATE INDEX `repair_papers_day` ON `repair_papers` (`issued_on`);
--> statement-breakpoint
CREATE UNIQUE INDEX `repair_photos_once` ON `repair_photos` (`repair_id`,`moment`,`file_sha256`);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_entries_position` ON `confirmation_entries` (`list_id`,`position`);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_entries_once` ON `confirmation_entries` (`list_id`,`repair_id`);
--> statement-breakpoint
CREATE INDEX `confirmation_entries_repair` ON `confirmation_entries` (`repair_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_lists_code_unique` ON `confirmation_lists` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_lists_number` ON `confirmation_lists` (`document_year`,`document_number`);
--> statement-breakpoint
CREATE INDEX `repair_states_state` ON `repair_states` (`state`,`since`);
--> statement-breakpoint
CREATE INDEX `repair_states_due` ON `repair_states` (`due_on`);
--> statement-breakpoint
CREATE UNIQUE INDEX `repair_steps_ordinal` ON `repair_steps` (`repair_id`,`ordinal`);
--> statement-breakpoint
CREATE INDEX `repair_steps_day` ON `repair_steps` (`happened_on`);
--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_code_unique` ON `repairs` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_number` ON `repairs` (`document_year`,`document_number`);
--> statement-breakpoint
CREATE INDEX `repairs_household` ON `repairs` (`household_id`);
--> statement-breakpoint
CREATE INDEX `repairs_campaign` ON `repairs` (`campaign_id`);
--> statement-breakpoint
-- Nothing that was written down of a repair is changed or deleted: what follows is another row.
CREATE TRIGGER repairs_is_not_changed BEFORE UPDATE ON repairs BEGIN SELECT RAISE(ABORT, 'issued: repairs is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repairs_is_not_deleted BEFORE DELETE ON repairs BEGIN SELECT RAISE(ABORT, 'issued: repairs is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_lists_is_not_changed BEFORE UPDATE ON confirmation_lists BEGIN SELECT RAISE(ABORT, 'issued: confirmation_lists is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_lists_is_not_deleted BEFORE DELETE ON confirmation_lists BEGIN SELECT RAISE(ABORT, 'issued: confirmation_lists is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_entries_is_not_changed BEFORE UPDATE ON confirmation_entries BEGIN SELECT RAISE(ABORT, 'issued: confirmation_entries is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_entries_is_not_deleted BEFORE DELETE ON confirmation_entries BEGIN SELECT RAISE(ABORT, 'issued: confirmation_entries is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_answers_is_not_changed BEFORE UPDATE ON confirmation_answers BEGIN SELECT RAISE(ABORT, 'issued: confirmation_answers is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_answers_is_not_deleted BEFORE DELETE ON confirmation_answers BEGIN SELECT RAISE(ABORT, 'issued: confirmation_answers is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_steps_is_not_changed BEFORE UPDATE ON repair_steps BEGIN SELECT RAISE(ABORT, 'issued: repair_steps is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_steps_is_not_deleted BEFORE DELETE ON repair_steps BEGIN SELECT RAISE(ABORT, 'issued: repair_steps is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_surveys_is_not_changed BEFORE UPDATE ON repair_surveys BEGIN SELECT RAISE(ABORT, 'issued: repair_surveys is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_surveys_is_not_deleted BEFORE DELETE ON repair_surveys BEGIN SELECT RAISE(ABORT, 'issued: repair_surveys is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER survey_findings_is_not_changed BEFORE UPDATE ON survey_findings BEGIN SELECT RAISE(ABORT, 'issued: survey_findings is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_findings_is_not_deleted BEFORE DELETE ON survey_findings BEGIN SELECT RAISE(ABORT, 'issued: survey_findings is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_plans_is_not_changed BEFORE UPDATE ON repair_plans BEGIN SELECT RAISE(ABORT, 'issued: repair_plans is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_plans_is_not_deleted BEFORE DELETE ON repair_plans BEGIN SELECT RAISE(ABORT, 'issued: repair_plans is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_is_not_changed BEFORE UPDATE ON repair_works BEGIN SELECT RAISE(ABORT, 'issued: repair_works is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_is_not_deleted BEFORE DELETE ON repair_works BEGIN SELECT RAISE(ABORT, 'issued: repair_works is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_items_is_not_changed BEFORE UPDATE ON repair_items BEGIN SELECT RAISE(ABORT, 'issued: repair_items is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_items_is_not_deleted BEFORE DELETE ON repair_items BEGIN SELECT RAISE(ABORT, 'issued: repair_items is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_checks_is_not_changed BEFORE UPDATE ON repair_checks BEGIN SELECT RAISE(ABORT, 'issued: repair_checks is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_checks_is_not_deleted BEFORE DELETE ON repair_checks BEGIN SELECT RAISE(ABORT, 'issued: repair_checks is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_acceptances_is_not_changed BEFORE UPDATE ON repair_acceptances BEGIN SELECT RAISE(ABORT, 'issued: repair_acceptances is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_acceptances_is_not_deleted BEFORE DELETE ON repair_acceptances BEGIN SELECT RAISE(ABORT, 'issued: repair_acceptances is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_slips_is_not_changed BEFORE UPDATE ON repair_slips BEGIN SELECT RAISE(ABORT, 'issued: repair_slips is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_slips_is_not_deleted BEFORE DELETE ON repair_slips BEGIN SELECT RAISE(ABORT, 'issued: repair_slips is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER check_limits_is_not_changed BEFORE UPDATE ON check_limits BEGIN SELECT RAISE(ABORT, 'issued: check_limits is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER check_limits_is_not_deleted BEFORE DELETE ON check_limits BEGIN SELECT RAISE(ABORT, 'issued: check_limits is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_papers_is_not_changed BEFORE UPDATE ON repair_papers BEGIN SELECT RAISE(ABORT, 'issued: repair_papers is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_papers_is_not_deleted BEFORE DELETE ON repair_papers BEGIN SELECT RAISE(ABORT, 'issued: repair_papers is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_paper_voids_is_not_changed BEFORE UPDATE ON repair_paper_voids BEGIN SELECT RAISE(ABORT, 'issued: repair_paper_voids is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_paper_voids_is_not_deleted BEFORE DELETE ON repair_paper_voids BEGIN SELECT RAISE(ABORT, 'issued: repair_paper_voids is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_complaints_is_not_changed BEFORE UPDATE ON repair_complaints BEGIN SELECT RAISE(ABORT, 'issued: repair_complaints is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_complaints_is_not_deleted BEFORE DELETE ON repair_complaints BEGIN SELECT RAISE(ABORT, 'issued: repair_complaints is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_settlements_is_not_changed BEFORE UPDATE ON complaint_settlements BEGIN SELECT RAISE(ABORT, 'issued: complaint_settlements is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_settlements_is_not_deleted BEFORE DELETE ON complaint_settlements BEGIN SELECT RAISE(ABORT, 'issued: complaint_settlements is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_photos_is_not_changed BEFORE UPDATE ON repair_photos BEGIN SELECT RAISE(ABORT, 'issued: repair_photos is not changed'); END;
--> statement-breakpoint
-- A picture may be taken off until the repair is certified.
CREATE TRIGGER repair_photos_is_not_deleted BEFORE DELETE ON repair_photos
WHEN EXISTS (SELECT 1 FROM repair_papers WHERE repair_id = OLD.repair_id AND kind = 'repairCertificate' AND paper_id NOT IN (SELECT paper_id FROM repair_paper_voids))
BEGIN SELECT RAISE(ABORT, 'issued: repair_photos is not deleted'); END;
--> statement-breakpoint
-- Numbers of papers have no gaps within a year; those of the first version's repairs have none.
CREATE TRIGGER repairs_number_is_next BEFORE INSERT ON repairs
WHEN NEW.origin <> 'earlier' AND NEW.document_number
  <> (SELECT coalesce(max(document_number), 0) + 1 FROM repairs WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of repairs'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_lists_number_is_next BEFORE INSERT ON confirmation_lists
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM confirmation_lists WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of confirmation_lists'); END;
--> statement-breakpoint
CREATE TRIGGER repair_papers_number_is_next BEFORE INSERT ON repair_papers
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM repair_papers WHERE kind = NEW.kind AND document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of repair_papers'); END;
--> statement-breakpoint
-- After a month is closed, nothing dated in it or before it is added.
CREATE TRIGGER repairs_month_is_open BEFORE INSERT ON repairs
WHEN substr(NEW.opened_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repairs'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_lists_month_is_open BEFORE INSERT ON confirmation_lists
WHEN substr(NEW.drawn_up_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of confirmation_lists'); END;
--> statement-breakpoint
CREATE TRIGGER confirmation_answers_month_is_open BEFORE INSERT ON confirmation_answers
WHEN substr(NEW.confirmed_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of confirmation_answers'); END;
--> statement-breakpoint
CREATE TRIGGER repair_steps_month_is_open BEFORE INSERT ON repair_steps
WHEN substr(NEW.happened_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_steps'); END;
--> statement-breakpoint
CREATE TRIGGER repair_papers_month_is_open BEFORE INSERT ON repair_papers
WHEN substr(NEW.issued_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_papers'); END;
--> statement-breakpoint
CREATE TRIGGER repair_paper_voids_month_is_open BEFORE INSERT ON repair_paper_voids
WHEN substr(NEW.voided_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_paper_voids'); END;
--> statement-breakpoint
CREATE TRIGGER repair_complaints_month_is_open BEFORE INSERT ON repair_complaints
WHEN substr(NEW.received_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_complaints'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_settlements_month_is_open BEFORE INSERT ON complaint_settlements
WHEN substr(NEW.settled_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of complaint_settlements'); END;
--> statement-breakpoint
-- A household that stands is repaired for: one kept under another, or erased, gets no new ones.
CREATE TRIGGER repairs_are_for_one_that_stands BEFORE INSERT ON repairs
WHEN (SELECT status FROM households WHERE household_id = NEW.household_id) IN ('merged', 'erased')
BEGIN SELECT RAISE(ABORT, 'repair: household is merged or erased'); END;
--> statement-breakpoint
-- The state of a repair is that of its latest step.
CREATE TRIGGER repairs_begin_as_new AFTER INSERT ON repairs
BEGIN INSERT INTO repair_states (repair_id, state, since, ordinal) VALUES (NEW.repair_id, 'new', NEW.opened_on, 0); END;
--> statement-breakpoint
CREATE TRIGGER repair_steps_follow_each_other BEFORE INSERT ON repair_steps
WHEN NEW.ordinal <> (SELECT ordinal + 1 FROM repair_states WHERE repair_id = NEW.repair_id)
  OR NEW.happened_on < (SELECT max(opened_on, coalesce(happened_on, opened_on)) FROM repairs
    JOIN repair_states USING (repair_id) LEFT JOIN repair_steps USING (step_id) WHERE repairs.repair_id = NEW.repair_id)
BEGIN SELECT RAISE(ABORT, 'step: not the next of its repair'); END;
--> statement-breakpoint
CREATE TRIGGER repair_steps_lead_to_a_state AFTER INSERT ON repair_steps
BEGIN UPDATE repair_states SET since = iif(state = NEW.state, since, NEW.happened_on), state = NEW.state,
  step_id = NEW.step_id, ordinal = NEW.ordinal, due_on = NEW.due_on WHERE repair_id = NEW.repair_id; END;
--> statement-breakpoint
-- What a step holds is told with it, not afterwards.
CREATE TRIGGER repair_surveys_come_with_the_step BEFORE INSERT ON repair_surveys
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
CREATE TRIGGER survey_findings_come_with_the_step BEFORE INSERT ON survey_findings
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
CREATE TRIGGER repair_plans_come_with_the_step BEFORE INSERT ON repair_plans
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_come_with_the_step BEFORE INSERT ON repair_works
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
CREATE TRIGGER repair_items_come_with_the_step BEFORE INSERT ON repair_items
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
CREATE TRIGGER repair_checks_come_with_the_step BEFORE INSERT ON repair_checks
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
CREATE TRIGGER repair_acceptances_come_with_the_step BEFORE INSERT ON repair_acceptances
WHEN NOT EXISTS (SELECT 1 FROM repair_states WHERE step_id = NEW.step_id)
BEGIN SELECT RAISE(ABORT, 'step: another came after it'); END;
--> statement-breakpoint
-- Of each kind one paper of a repair stands; the next one comes after its void.
CREATE TRIGGER repair_papers_stand_alone BEFORE INSERT ON repair_papers
WHEN EXISTS (SELECT 1 FROM repair_papers WHERE repair_id = NEW.repair_id AND kind = NEW.kind AND paper_id NOT IN (SELECT paper_id FROM repair_paper_voids))
BEGIN SELECT RAISE(ABORT, 'paper: one of its kind stands'); END;
--> statement-breakpoint
-- No acceptance and no certificate without passed checks after the last work (domain/repair-check.ts).
CREATE TRIGGER repair_papers_need_passed_checks BEFORE INSERT ON repair_papers
WHEN NEW.kind IN ('acceptanceRecord', 'repairCertificate') AND NOT EXISTS (
  SELECT 1 FROM repair_steps JOIN repair_checks USING (step_id)
  WHERE repair_id = NEW.repair_id AND ordinal = (SELECT max(ordinal) FROM repair_steps
      WHERE repair_id = NEW.repair_id AND event IN ('finishWork', 'check'))
    AND insulation_megaohm >= 1 AND coalesce(continuity_ohm <= continuity_limit_ohm, 1)
    AND coalesce(rcd_trip_milliseconds <= 300, 1) AND coalesce(rcd_test_button_works, 1) AND polarity_correct
    AND coalesce(earthing_ohm <= earthing_limit_ohm, 1) AND powered_on)
BEGIN SELECT RAISE(ABORT, 'paper: checks have not passed'); END;
--> statement-breakpoint
-- Two people: whoever recorded the acceptance does not certify.
CREATE TRIGGER repair_certificates_are_a_second_persons BEFORE INSERT ON repair_papers
WHEN NEW.kind = 'repairCertificate' AND NOT EXISTS (SELECT 1 FROM repair_papers
  WHERE repair_id = NEW.repair_id AND kind = 'acceptanceRecord' AND person_id <> NEW.person_id AND paper_id NOT IN (SELECT paper_id FROM repair_paper_voids))
BEGIN SELECT RAISE(ABORT, 'certificate: not accepted by somebody else'); END;
--> statement-breakpoint
CREATE TRIGGER repair_paper_voids_follow_the_issue BEFORE INSERT ON repair_paper_voids
WHEN NEW.voided_on < (SELECT issued_on FROM repair_papers WHERE paper_id = NEW.paper_id)
BEGIN SELECT RAISE(ABORT, 'void: before the issue'); END;
--> statement-breakpoint
-- A commune answers for its own list after it was drawn up.
CREATE TRIGGER confirmation_answers_follow_the_list BEFORE INSERT ON confirmation_answers
WHEN NEW.confirmed_on < (SELECT drawn_up_on FROM confirmation_lists WHERE list_id = NEW.list_id)
BEGIN SELECT RAISE(ABORT, 'answer: before the list'); END;
