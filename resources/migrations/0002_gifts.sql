CREATE TABLE `campaign_funds` (
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`amount_dong` integer,
	PRIMARY KEY(`campaign_id`, `position`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "campaign_funds_amount" CHECK("campaign_funds"."amount_dong" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `gift_grants` (
	`campaign_id` text NOT NULL,
	`household_id` text NOT NULL,
	`gift_package_id` text NOT NULL,
	`list_id` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `household_id`, `gift_package_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `gift_grants_household` ON `gift_grants` (`household_id`);
--> statement-breakpoint
CREATE TABLE `gift_list_entries` (
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`household_id` text NOT NULL,
	`gift_package_id` text NOT NULL,
	`action` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`list_id`, `position`),
	FOREIGN KEY (`list_id`) REFERENCES `gift_lists`(`list_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`gift_package_id`) REFERENCES `gift_packages`(`gift_package_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "gift_list_entries_action" CHECK("gift_list_entries"."action" IN ('grant', 'withdraw'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `gift_list_entries_once` ON `gift_list_entries` (`list_id`,`household_id`,`gift_package_id`);
--> statement-breakpoint
CREATE INDEX `gift_list_entries_household` ON `gift_list_entries` (`household_id`);
--> statement-breakpoint
CREATE TABLE `gift_list_verdicts` (
	`list_id` text PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`decision_number` text,
	`reason` text,
	`decided_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `gift_lists`(`list_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "gift_list_verdicts_verdict" CHECK("gift_list_verdicts"."verdict" IN ('approved', 'declined')),
	CONSTRAINT "gift_list_verdicts_reason" CHECK("gift_list_verdicts"."verdict" = 'approved' OR "gift_list_verdicts"."reason" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE `gift_lists` (
	`list_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`list_number` integer NOT NULL,
	`title` text,
	`paper` text NOT NULL,
	`sha256` text NOT NULL,
	`drawn_up_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `gift_lists_campaign` ON `gift_lists` (`campaign_id`,`list_number`);
--> statement-breakpoint
CREATE TABLE `distribution_events` (
	`event_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`place_id` text NOT NULL,
	`held_on` text NOT NULL,
	`staff` text NOT NULL,
	`witnesses` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`place_id`) REFERENCES `stock_places`(`place_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "distribution_events_lists" CHECK(json_valid("distribution_events"."staff") AND json_valid("distribution_events"."witnesses"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `distribution_events_campaign` ON `distribution_events` (`campaign_id`,`held_on`);
--> statement-breakpoint
CREATE TABLE `event_households` (
	`event_id` text NOT NULL,
	`household_id` text NOT NULL,
	`gift_package_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `household_id`, `gift_package_id`),
	FOREIGN KEY (`event_id`) REFERENCES `distribution_events`(`event_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`gift_package_id`) REFERENCES `gift_packages`(`gift_package_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_households_household` ON `event_households` (`household_id`);
--> statement-breakpoint
CREATE TABLE `event_kits` (
	`event_id` text PRIMARY KEY NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`issued_on` text NOT NULL,
	`spare_count` integer NOT NULL,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `distribution_events`(`event_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "event_kits_spares" CHECK("event_kits"."spare_count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `event_kits_code_unique` ON `event_kits` (`code`);
--> statement-breakpoint
CREATE TABLE `receipt_findings` (
	`finding_id` text PRIMARY KEY NOT NULL,
	`receipt_id` text NOT NULL,
	`finding` text NOT NULL,
	`explanation` text,
	`found_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`receipt_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "receipt_findings_finding" CHECK("receipt_findings"."finding" IN ('spare', 'missing', 'found')),
	CONSTRAINT "receipt_findings_explained" CHECK("receipt_findings"."finding" <> 'missing' OR "receipt_findings"."explanation" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `receipt_findings_receipt` ON `receipt_findings` (`receipt_id`,`recorded_at`);
--> statement-breakpoint
CREATE TABLE `receipt_voids` (
	`receipt_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`voided_on` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`receipt_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "receipt_voids_kind" CHECK("receipt_voids"."kind" IN ('mistake', 'notCollected', 'substituted', 'spoiled', 'carriedOver'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `receipt_voids_day` ON `receipt_voids` (`voided_on`);
--> statement-breakpoint
CREATE TABLE `receipts` (
	`receipt_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`issued_on` text NOT NULL,
	`event_id` text,
	`position` integer,
	`household_id` text,
	`gift_package_id` text,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`event_id`) REFERENCES `distribution_events`(`event_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`gift_package_id`) REFERENCES `gift_packages`(`gift_package_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "receipts_year" CHECK("receipts"."document_year" = CAST(substr("receipts"."issued_on", 1, 4) AS INTEGER)),
	CONSTRAINT "receipts_position_of_event" CHECK("receipts"."position" IS NULL OR "receipts"."event_id" IS NOT NULL),
	CONSTRAINT "receipts_blank" CHECK(("receipts"."household_id" IS NULL) = ("receipts"."gift_package_id" IS NULL)),
	CONSTRAINT "receipts_blank_of_kit" CHECK("receipts"."household_id" IS NOT NULL OR "receipts"."position" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_code_unique` ON `receipts` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_number` ON `receipts` (`document_year`,`document_number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_position` ON `receipts` (`event_id`,`position`) WHERE position IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `receipts_household` ON `receipts` (`household_id`);
--> statement-breakpoint
CREATE INDEX `receipts_campaign` ON `receipts` (`campaign_id`);
--> statement-breakpoint
CREATE TABLE `returned_papers` (
	`document_kind` text NOT NULL,
	`document_id` text NOT NULL,
	`paper_page` integer NOT NULL,
	`page_id` text NOT NULL,
	PRIMARY KEY(`document_id`, `paper_page`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `returned_papers_page_id_unique` ON `returned_papers` (`page_id`);
--> statement-breakpoint
CREATE TABLE `scan_decisions` (
	`decision_id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`decision` text NOT NULL,
	`document_kind` text,
	`document_id` text,
	`paper_page` integer,
	`turned_degrees` integer NOT NULL,
	`decided_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `scanned_pages`(`page_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "scan_decisions_decision" CHECK("scan_decisions"."decision" IN ('kept', 'setAside', 'takenBack')),
	CONSTRAINT "scan_decisions_paper" CHECK(("scan_decisions"."decision" = 'kept') = ("scan_decisions"."document_id" IS NOT NULL AND "scan_decisions"."paper_page" IS NOT NULL)),
	CONSTRAINT "scan_decisions_turned" CHECK("scan_decisions"."turned_degrees" IN (0, 90, 180, 270))
) STRICT;
--> statement-breakpoint
CREATE INDEX `scan_decisions_page` ON `scan_decisions` (`page_id`,`decided_at`);
--> statement-breakpoint
CREATE TABLE `scanned_pages` (
	`page_id` text PRIMARY KEY NOT NULL,
	`source_sha256` text NOT NULL,
	`source_name` text NOT NULL,
	`page_number` integer NOT NULL,
	`image_sha256` text NOT NULL,
	`codes` text NOT NULL,
	`confidence` integer NOT NULL,
	`rotation_degrees` integer NOT NULL,
	`skew_tenths` integer NOT NULL,
	`signature` text NOT NULL,
	`event_id` text,
	`state` text NOT NULL,
	`document_kind` text,
	`document_id` text,
	`paper_page` integer,
	`read_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "scanned_pages_state" CHECK("scanned_pages"."state" IN ('matched', 'unsure', 'unreadable', 'duplicate', 'foreign')),
	CONSTRAINT "scanned_pages_signature" CHECK("scanned_pages"."signature" IN ('signed', 'looksEmpty', 'notLooked'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `scanned_pages_source` ON `scanned_pages` (`source_sha256`,`page_number`);
--> statement-breakpoint
CREATE INDEX `scanned_pages_document` ON `scanned_pages` (`document_id`,`paper_page`);
--> statement-breakpoint
CREATE TABLE `unreadable_scans` (
	`source_sha256` text PRIMARY KEY NOT NULL,
	`source_name` text NOT NULL,
	`read_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `stock_days` (
	`place_id` text NOT NULL,
	`item_id` text NOT NULL,
	`day` text NOT NULL,
	`thousandths` integer NOT NULL,
	PRIMARY KEY(`place_id`, `item_id`, `day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `stock_movements` (
	`movement_id` integer PRIMARY KEY NOT NULL,
	`moved_on` text NOT NULL,
	`item_id` text NOT NULL,
	`from_place_id` text NOT NULL,
	`to_place_id` text NOT NULL,
	`thousandths` integer NOT NULL,
	`unit_price_dong` integer,
	`slip_id` text,
	`line_number` integer,
	`handover_id` text,
	`repair_step_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `stock_items`(`item_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`from_place_id`) REFERENCES `stock_places`(`place_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`to_place_id`) REFERENCES `stock_places`(`place_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`slip_id`) REFERENCES `stock_slips`(`slip_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`handover_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`repair_step_id`) REFERENCES `repair_steps`(`step_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "stock_movements_more_than_none" CHECK("stock_movements"."thousandths" > 0),
	CONSTRAINT "stock_movements_two_places" CHECK("stock_movements"."from_place_id" <> "stock_movements"."to_place_id"),
	CONSTRAINT "stock_movements_cause" CHECK(("stock_movements"."slip_id" IS NOT NULL) + ("stock_movements"."handover_id" IS NOT NULL) + ("stock_movements"."repair_step_id" IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `stock_movements_slip` ON `stock_movements` (`slip_id`,`line_number`);
--> statement-breakpoint
CREATE INDEX `stock_movements_handover` ON `stock_movements` (`handover_id`);
--> statement-breakpoint
CREATE INDEX `stock_movements_repair` ON `stock_movements` (`repair_step_id`);
--> statement-breakpoint
CREATE INDEX `stock_movements_item` ON `stock_movements` (`item_id`,`moved_on`);
--> statement-breakpoint
CREATE TABLE `stock_items` (
	`item_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit_of_measure` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_items_name` ON `stock_items` (`name`,`unit_of_measure`);
--> statement-breakpoint
CREATE TABLE `stock_places` (
	`place_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`address_text` text,
	CONSTRAINT "stock_places_kind" CHECK("stock_places"."kind" IN ('supplier', 'store', 'distributionPoint', 'crew', 'household', 'adjustment'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_places_name` ON `stock_places` (`kind`,`name`);
--> statement-breakpoint
CREATE TABLE `stock_slips` (
	`slip_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`moved_on` text NOT NULL,
	`from_place_id` text NOT NULL,
	`to_place_id` text NOT NULL,
	`counterpart` text,
	`reason` text,
	`is_count` integer NOT NULL,
	`corrects` text,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`from_place_id`) REFERENCES `stock_places`(`place_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`to_place_id`) REFERENCES `stock_places`(`place_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "stock_slips_kind" CHECK("stock_slips"."kind" IN ('stockIn', 'stockOut')),
	CONSTRAINT "stock_slips_year" CHECK("stock_slips"."document_year" = CAST(substr("stock_slips"."moved_on", 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_slips_code_unique` ON `stock_slips` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_slips_corrects_unique` ON `stock_slips` (`corrects`);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_slips_number` ON `stock_slips` (`kind`,`document_year`,`document_number`);
--> statement-breakpoint
CREATE INDEX `stock_slips_day` ON `stock_slips` (`moved_on`);
--> statement-breakpoint
ALTER TABLE `gift_package_lines` ADD `item_id` text REFERENCES stock_items(item_id) ON UPDATE RESTRICT ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE `office` ADD `scan_folder` text;
--> statement-breakpoint
CREATE TABLE `paper_files` (
	`file_name` text PRIMARY KEY NOT NULL,
	`page_count` integer NOT NULL,
	`made_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `paper_file_papers` (
	`file_name` text NOT NULL,
	`first_page` integer NOT NULL,
	`last_page` integer NOT NULL,
	`document_kind` text NOT NULL,
	`document_id` text NOT NULL,
	`copy_number` integer NOT NULL,
	`form` text NOT NULL,
	PRIMARY KEY(`file_name`, `first_page`),
	FOREIGN KEY (`file_name`) REFERENCES `paper_files`(`file_name`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "paper_file_papers_pages" CHECK("paper_file_papers"."last_page" >= "paper_file_papers"."first_page")
) STRICT;
--> statement-breakpoint
CREATE INDEX `paper_file_papers_document` ON `paper_file_papers` (`document_id`);
--> statement-breakpoint
ALTER TABLE `printings` ADD `form` text;
--> statement-breakpoint
ALTER TABLE `printings` ADD `file_name` text REFERENCES paper_files(file_name) ON UPDATE RESTRICT ON DELETE RESTRICT;
--> statement-breakpoint
CREATE TABLE `__new_duplicate_settlements` (
	`settlement_id` text PRIMARY KEY NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`verdict` text NOT NULL,
	`settled_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "duplicate_settlements_order" CHECK("__new_duplicate_settlements"."one_id" < "__new_duplicate_settlements"."other_id"),
	CONSTRAINT "duplicate_settlements_verdict" CHECK("__new_duplicate_settlements"."verdict" IN ('open', 'later', 'different'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_duplicate_settlements` SELECT * FROM `duplicate_settlements`;
--> statement-breakpoint
DROP TABLE `duplicate_settlements`;
--> statement-breakpoint
ALTER TABLE `__new_duplicate_settlements` RENAME TO `duplicate_settlements`;
--> statement-breakpoint
CREATE INDEX `duplicate_settlements_pair` ON `duplicate_settlements` (`one_id`,`other_id`,`settled_at`);
--> statement-breakpoint
CREATE TABLE `__new_campaigns` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`decision_numbers` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`eligible_categories` text NOT NULL,
	`eligible_communes` text NOT NULL,
	`granted_by` text NOT NULL,
	`gifts_per_household` integer NOT NULL,
	`budget_dong` integer,
	`target_households` integer,
	`store_id` text,
	FOREIGN KEY (`store_id`) REFERENCES `stock_places`(`place_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "campaigns_days" CHECK("__new_campaigns"."from_day" <= "__new_campaigns"."to_day"),
	CONSTRAINT "campaigns_granted_by" CHECK("__new_campaigns"."granted_by" IN ('list', 'categories')),
	CONSTRAINT "campaigns_gifts_per_household" CHECK("__new_campaigns"."gifts_per_household" BETWEEN 1 AND 20),
	CONSTRAINT "campaigns_budget" CHECK("__new_campaigns"."budget_dong" >= 0 AND "__new_campaigns"."target_households" > 0)
) STRICT;
--> statement-breakpoint
-- Campaigns from before went by categories, one gift a household; their one source of money is the first of many.
INSERT INTO `__new_campaigns` (campaign_id, name, decision_numbers, from_day, to_day, eligible_categories,
  eligible_communes, granted_by, gifts_per_household)
SELECT campaign_id, name, iif(decision_number IS NULL, '[]', json_array(decision_number)), from_day, to_day,
  eligible_categories, '[]', 'categories', 1 FROM campaigns;
--> statement-breakpoint
INSERT INTO campaign_funds (campaign_id, position, name)
SELECT campaign_id, 0, funding_source FROM campaigns WHERE funding_source IS NOT NULL;
--> statement-breakpoint
DROP TABLE `campaigns`;
--> statement-breakpoint
ALTER TABLE `__new_campaigns` RENAME TO `campaigns`;
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_name_unique` ON `campaigns` (`name`);
--> statement-breakpoint
-- A receipt that was issued with a gift is the paper of that handover and keeps its identity, so its printings stay its own.
INSERT INTO receipts (receipt_id, campaign_id, document_year, document_number, code, issued_on, household_id,
  gift_package_id, paper, recorded_at, person_id)
SELECT handover_id, campaign_id, document_year, document_number, code, handed_over_on, household_id, gift_package_id, paper,
  recorded_at, person_id FROM handovers;
--> statement-breakpoint
INSERT INTO receipt_voids (receipt_id, kind, voided_on, reason, recorded_at, person_id)
SELECT handover_id, 'mistake', voided_on, reason, recorded_at, person_id FROM handover_voids;
--> statement-breakpoint
DROP TABLE `handover_voids`;
--> statement-breakpoint
CREATE TABLE `__new_gift_claims` (
	`campaign_id` text NOT NULL,
	`household_id` text NOT NULL,
	`gift_package_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`handover_id` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `household_id`, `gift_package_id`, `ordinal`),
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`handover_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_gift_claims` (campaign_id, household_id, gift_package_id, ordinal, handover_id)
SELECT c.campaign_id, c.household_id, gift_package_id, 1, handover_id FROM gift_claims c JOIN handovers USING (handover_id);
--> statement-breakpoint
DROP TABLE `gift_claims`;
--> statement-breakpoint
CREATE TABLE `__new_handovers` (
	`handover_id` text PRIMARY KEY NOT NULL,
	`receipt_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`gift_package_id` text NOT NULL,
	`household_id` text NOT NULL,
	`handed_over_on` text NOT NULL,
	`recipient_kind` text NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient_relation` text,
	`recipient_paper` text,
	`value_dong` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`overruled_because` text,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`receipt_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`gift_package_id`) REFERENCES `gift_packages`(`gift_package_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "handovers_recipient" CHECK("__new_handovers"."recipient_kind" IN ('headOfHousehold', 'proxy')),
	CONSTRAINT "handovers_value" CHECK("__new_handovers"."value_dong" >= 0),
	CONSTRAINT "handovers_ordinal" CHECK("__new_handovers"."ordinal" = 1 OR "__new_handovers"."overruled_because" IS NOT NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_handovers` (handover_id, receipt_id, campaign_id, gift_package_id, household_id, handed_over_on,
  recipient_kind, recipient_name, recipient_relation, recipient_paper, value_dong, ordinal, recorded_at, person_id)
SELECT handover_id, handover_id, campaign_id, gift_package_id, household_id, handed_over_on, recipient_kind, recipient_name,
  recipient_relation, recipient_paper, value_dong, 1, recorded_at, person_id FROM handovers;
--> statement-breakpoint
DROP TABLE `handovers`;
--> statement-breakpoint
ALTER TABLE `__new_handovers` RENAME TO `handovers`;
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_receipt_id_unique` ON `handovers` (`receipt_id`);
--> statement-breakpoint
CREATE INDEX `handovers_campaign` ON `handovers` (`campaign_id`,`handed_over_on`);
--> statement-breakpoint
CREATE INDEX `handovers_household` ON `handovers` (`household_id`);
--> statement-breakpoint
CREATE INDEX `handovers_day` ON `handovers` (`handed_over_on`);
--> statement-breakpoint
ALTER TABLE `__new_gift_claims` RENAME TO `gift_claims`;
--> statement-breakpoint
CREATE INDEX `gift_claims_handover` ON `gift_claims` (`handover_id`);
--> statement-breakpoint
-- The two places every office has (domain/stock.ts).
INSERT INTO stock_places (place_id, kind, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'household', 'Hộ thụ hưởng'),
  ('00000000-0000-4000-8000-000000000002', 'adjustment', 'Chênh lệch kiểm kê');
--> statement-breakpoint
CREATE TRIGGER duplicate_settlements_is_not_changed BEFORE UPDATE ON duplicate_settlements BEGIN SELECT RAISE(ABORT, 'issued: duplicate_settlements is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER duplicate_settlements_is_not_deleted BEFORE DELETE ON duplicate_settlements BEGIN SELECT RAISE(ABORT, 'issued: duplicate_settlements is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_lists_is_not_changed BEFORE UPDATE ON gift_lists BEGIN SELECT RAISE(ABORT, 'issued: gift_lists is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER gift_lists_is_not_deleted BEFORE DELETE ON gift_lists BEGIN SELECT RAISE(ABORT, 'issued: gift_lists is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_list_entries_is_not_changed BEFORE UPDATE ON gift_list_entries BEGIN SELECT RAISE(ABORT, 'issued: gift_list_entries is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER gift_list_entries_is_not_deleted BEFORE DELETE ON gift_list_entries BEGIN SELECT RAISE(ABORT, 'issued: gift_list_entries is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_list_verdicts_is_not_changed BEFORE UPDATE ON gift_list_verdicts BEGIN SELECT RAISE(ABORT, 'issued: gift_list_verdicts is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER gift_list_verdicts_is_not_deleted BEFORE DELETE ON gift_list_verdicts BEGIN SELECT RAISE(ABORT, 'issued: gift_list_verdicts is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_is_not_changed BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'issued: receipts is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_is_not_deleted BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'issued: receipts is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_is_not_changed BEFORE UPDATE ON handovers BEGIN SELECT RAISE(ABORT, 'issued: handovers is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_is_not_deleted BEFORE DELETE ON handovers BEGIN SELECT RAISE(ABORT, 'issued: handovers is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_voids_is_not_changed BEFORE UPDATE ON receipt_voids BEGIN SELECT RAISE(ABORT, 'issued: receipt_voids is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_voids_is_not_deleted BEFORE DELETE ON receipt_voids BEGIN SELECT RAISE(ABORT, 'issued: receipt_voids is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_findings_is_not_changed BEFORE UPDATE ON receipt_findings BEGIN SELECT RAISE(ABORT, 'issued: receipt_findings is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_findings_is_not_deleted BEFORE DELETE ON receipt_findings BEGIN SELECT RAISE(ABORT, 'issued: receipt_findings is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER event_kits_is_not_changed BEFORE UPDATE ON event_kits BEGIN SELECT RAISE(ABORT, 'issued: event_kits is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER event_kits_is_not_deleted BEFORE DELETE ON event_kits BEGIN SELECT RAISE(ABORT, 'issued: event_kits is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stock_slips_is_not_changed BEFORE UPDATE ON stock_slips BEGIN SELECT RAISE(ABORT, 'issued: stock_slips is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER stock_slips_is_not_deleted BEFORE DELETE ON stock_slips BEGIN SELECT RAISE(ABORT, 'issued: stock_slips is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stock_movements_is_not_changed BEFORE UPDATE ON stock_movements BEGIN SELECT RAISE(ABORT, 'issued: stock_movements is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER stock_movements_is_not_deleted BEFORE DELETE ON stock_movements BEGIN SELECT RAISE(ABORT, 'issued: stock_movements is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER paper_files_is_not_changed BEFORE UPDATE ON paper_files BEGIN SELECT RAISE(ABORT, 'issued: paper_files is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER paper_files_is_not_deleted BEFORE DELETE ON paper_files BEGIN SELECT RAISE(ABORT, 'issued: paper_files is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER paper_file_papers_is_not_changed BEFORE UPDATE ON paper_file_papers BEGIN SELECT RAISE(ABORT, 'issued: paper_file_papers is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER paper_file_papers_is_not_deleted BEFORE DELETE ON paper_file_papers BEGIN SELECT RAISE(ABORT, 'issued: paper_file_papers is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER scanned_pages_is_not_changed BEFORE UPDATE ON scanned_pages BEGIN SELECT RAISE(ABORT, 'issued: scanned_pages is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER scanned_pages_is_not_deleted BEFORE DELETE ON scanned_pages BEGIN SELECT RAISE(ABORT, 'issued: scanned_pages is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER scan_decisions_is_not_changed BEFORE UPDATE ON scan_decisions BEGIN SELECT RAISE(ABORT, 'issued: scan_decisions is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER scan_decisions_is_not_deleted BEFORE DELETE ON scan_decisions BEGIN SELECT RAISE(ABORT, 'issued: scan_decisions is not deleted'); END;
--> statement-breakpoint
-- One that was planned by mistake goes while it has no paper.
CREATE TRIGGER distribution_events_is_not_deleted BEFORE DELETE ON distribution_events
WHEN EXISTS (SELECT 1 FROM event_kits WHERE event_id = OLD.event_id) OR EXISTS (SELECT 1 FROM receipts WHERE event_id = OLD.event_id)
BEGIN SELECT RAISE(ABORT, 'issued: distribution_events is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER unreadable_scans_is_not_changed BEFORE UPDATE ON unreadable_scans BEGIN SELECT RAISE(ABORT, 'issued: unreadable_scans is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER unreadable_scans_is_not_deleted BEFORE DELETE ON unreadable_scans BEGIN SELECT RAISE(ABORT, 'issued: unreadable_scans is not deleted'); END;
--> statement-breakpoint
-- What was issued for a campaign names its terms: from then on only its end, its money and further decisions change.
CREATE TRIGGER campaigns_is_not_changed BEFORE UPDATE ON campaigns
WHEN NEW.campaign_id <> OLD.campaign_id OR (NEW.name, NEW.from_day, NEW.eligible_categories, NEW.eligible_communes,
    NEW.granted_by, NEW.gifts_per_household, iif(OLD.store_id IS NULL, NULL, NEW.store_id))
  IS NOT (OLD.name, OLD.from_day, OLD.eligible_categories, OLD.eligible_communes, OLD.granted_by, OLD.gifts_per_household,
    OLD.store_id)
  AND (EXISTS (SELECT 1 FROM receipts WHERE campaign_id = OLD.campaign_id)
  OR EXISTS (SELECT 1 FROM gift_lists WHERE campaign_id = OLD.campaign_id)
  OR EXISTS (SELECT 1 FROM distribution_events WHERE campaign_id = OLD.campaign_id))
BEGIN SELECT RAISE(ABORT, 'issued: campaigns is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER campaigns_is_not_deleted BEFORE DELETE ON campaigns BEGIN SELECT RAISE(ABORT, 'issued: campaigns is not deleted'); END;
--> statement-breakpoint
DROP TRIGGER gift_packages_is_not_deleted;
--> statement-breakpoint
CREATE TRIGGER gift_packages_is_not_deleted BEFORE DELETE ON gift_packages
WHEN (EXISTS (SELECT 1 FROM receipts WHERE campaign_id = OLD.campaign_id)
  OR EXISTS (SELECT 1 FROM gift_lists WHERE campaign_id = OLD.campaign_id)
  OR EXISTS (SELECT 1 FROM distribution_events WHERE campaign_id = OLD.campaign_id))
BEGIN SELECT RAISE(ABORT, 'issued: gift_packages is not deleted'); END;
--> statement-breakpoint
DROP TRIGGER gift_package_lines_is_not_deleted;
--> statement-breakpoint
CREATE TRIGGER gift_package_lines_is_not_deleted BEFORE DELETE ON gift_package_lines
WHEN (EXISTS (SELECT 1 FROM receipts WHERE campaign_id = (SELECT campaign_id FROM gift_packages WHERE gift_package_id = OLD.gift_package_id))
  OR EXISTS (SELECT 1 FROM gift_lists WHERE campaign_id = (SELECT campaign_id FROM gift_packages WHERE gift_package_id = OLD.gift_package_id))
  OR EXISTS (SELECT 1 FROM distribution_events WHERE campaign_id = (SELECT campaign_id FROM gift_packages WHERE gift_package_id = OLD.gift_package_id)))
BEGIN SELECT RAISE(ABORT, 'issued: gift_package_lines is not deleted'); END;
--> statement-breakpoint
-- Numbers of papers have no gaps within a year.
CREATE TRIGGER receipts_number_is_next BEFORE INSERT ON receipts
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM receipts WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of receipts'); END;
--> statement-breakpoint
CREATE TRIGGER event_kits_number_is_next BEFORE INSERT ON event_kits
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM event_kits WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of event_kits'); END;
--> statement-breakpoint
CREATE TRIGGER stock_slips_number_is_next BEFORE INSERT ON stock_slips
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM stock_slips WHERE kind = NEW.kind AND document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of stock_slips'); END;
--> statement-breakpoint
-- After a month is closed, nothing dated in it or before it is added.
CREATE TRIGGER receipts_month_is_open BEFORE INSERT ON receipts
WHEN substr(NEW.issued_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of receipts'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_month_is_open BEFORE INSERT ON handovers
WHEN substr(NEW.handed_over_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of handovers'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_voids_month_is_open BEFORE INSERT ON receipt_voids
WHEN substr(NEW.voided_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of receipt_voids'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_findings_month_is_open BEFORE INSERT ON receipt_findings
WHEN substr(NEW.found_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of receipt_findings'); END;
--> statement-breakpoint
CREATE TRIGGER event_kits_month_is_open BEFORE INSERT ON event_kits
WHEN substr(NEW.issued_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of event_kits'); END;
--> statement-breakpoint
CREATE TRIGGER stock_slips_month_is_open BEFORE INSERT ON stock_slips
WHEN substr(NEW.moved_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of stock_slips'); END;
--> statement-breakpoint
-- One gift of a kind per household and campaign: the primary key of gift_claims says no to a second one.
CREATE TRIGGER handovers_claim_the_gift AFTER INSERT ON handovers
BEGIN INSERT INTO gift_claims (campaign_id, household_id, gift_package_id, ordinal, handover_id)
  VALUES (NEW.campaign_id, NEW.household_id, NEW.gift_package_id, NEW.ordinal, NEW.handover_id); END;
--> statement-breakpoint
CREATE TRIGGER handovers_keep_the_limit BEFORE INSERT ON handovers
WHEN NEW.overruled_because IS NULL
  AND (SELECT count(*) FROM gift_claims WHERE campaign_id = NEW.campaign_id AND household_id = NEW.household_id)
    >= (SELECT gifts_per_household FROM campaigns WHERE campaign_id = NEW.campaign_id)
BEGIN SELECT RAISE(ABORT, 'handover: more than the campaign gives a household'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_package_is_of_the_campaign BEFORE INSERT ON handovers
WHEN NEW.campaign_id <> (SELECT campaign_id FROM gift_packages WHERE gift_package_id = NEW.gift_package_id)
  OR NEW.campaign_id <> (SELECT campaign_id FROM receipts WHERE receipt_id = NEW.receipt_id)
BEGIN SELECT RAISE(ABORT, 'handover: package or receipt of another campaign'); END;
--> statement-breakpoint
-- A paper bears the year of its number, and one that was voided gives nothing.
CREATE TRIGGER handovers_are_on_a_live_receipt BEFORE INSERT ON handovers
WHEN EXISTS (SELECT 1 FROM receipt_voids WHERE receipt_id = NEW.receipt_id)
  OR substr(NEW.handed_over_on, 1, 4) <> (SELECT CAST(document_year AS TEXT) FROM receipts WHERE receipt_id = NEW.receipt_id)
BEGIN SELECT RAISE(ABORT, 'handover: receipt is voided or of another year'); END;
--> statement-breakpoint
-- Papers are for a household that stands: one kept under another, or erased, gets no new ones.
CREATE TRIGGER handovers_are_for_one_that_stands BEFORE INSERT ON handovers
WHEN (SELECT status FROM households WHERE household_id = NEW.household_id) IN ('merged', 'erased')
BEGIN SELECT RAISE(ABORT, 'handover: household is merged or erased'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_voids_give_the_claim_back AFTER INSERT ON receipt_voids
BEGIN DELETE FROM gift_claims WHERE handover_id = (SELECT handover_id FROM handovers WHERE receipt_id = NEW.receipt_id); END;
--> statement-breakpoint
CREATE TRIGGER receipt_voids_follow_the_issue BEFORE INSERT ON receipt_voids
WHEN NEW.voided_on < (SELECT max(issued_on, coalesce(handed_over_on, issued_on)) FROM receipts
  LEFT JOIN handovers USING (receipt_id) WHERE receipt_id = NEW.receipt_id)
BEGIN SELECT RAISE(ABORT, 'void: before the issue'); END;
--> statement-breakpoint
-- A claim ends with a void, or, where a merge gave it to the household that was kept, with the merge's undoing.
CREATE TRIGGER gift_claims_end_with_a_void BEFORE DELETE ON gift_claims
WHEN NOT EXISTS (SELECT 1 FROM receipt_voids JOIN handovers USING (receipt_id) WHERE handover_id = OLD.handover_id)
  AND OLD.household_id = (SELECT household_id FROM handovers WHERE handover_id = OLD.handover_id)
BEGIN SELECT RAISE(ABORT, 'issued: gift_claims is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_claims_is_not_changed BEFORE UPDATE ON gift_claims BEGIN SELECT RAISE(ABORT, 'issued: gift_claims is not changed'); END;
--> statement-breakpoint
-- Two people: whoever drew a list up does not approve it.
CREATE TRIGGER gift_list_verdicts_are_a_second_persons BEFORE INSERT ON gift_list_verdicts
WHEN NEW.person_id = (SELECT person_id FROM gift_lists WHERE list_id = NEW.list_id)
BEGIN SELECT RAISE(ABORT, 'list: approved by whoever drew it up'); END;
--> statement-breakpoint
-- What the approved lists grant: the latest word on a household and a gift counts.
CREATE TRIGGER gift_list_verdicts_grant AFTER INSERT ON gift_list_verdicts WHEN NEW.verdict = 'approved'
BEGIN
  DELETE FROM gift_grants WHERE (campaign_id, household_id, gift_package_id) IN (
    SELECT campaign_id, household_id, gift_package_id FROM gift_list_entries JOIN gift_lists USING (list_id)
    WHERE list_id = NEW.list_id);
  INSERT INTO gift_grants (campaign_id, household_id, gift_package_id, list_id)
    SELECT campaign_id, household_id, gift_package_id, list_id FROM gift_list_entries JOIN gift_lists USING (list_id)
    WHERE list_id = NEW.list_id AND action = 'grant';
END;
--> statement-breakpoint
-- Papers name the day and the place of a distribution, and who was expected.
CREATE TRIGGER distribution_events_is_not_changed BEFORE UPDATE ON distribution_events
WHEN EXISTS (SELECT 1 FROM event_kits WHERE event_id = OLD.event_id)
BEGIN SELECT RAISE(ABORT, 'issued: distribution_events is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER event_households_is_not_changed BEFORE UPDATE ON event_households BEGIN SELECT RAISE(ABORT, 'issued: event_households is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER event_households_join_before_the_kit BEFORE INSERT ON event_households
WHEN EXISTS (SELECT 1 FROM event_kits WHERE event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'issued: event_households is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER event_households_leave_before_the_kit BEFORE DELETE ON event_households
WHEN EXISTS (SELECT 1 FROM event_kits WHERE event_id = OLD.event_id)
BEGIN SELECT RAISE(ABORT, 'issued: event_households is not changed'); END;
--> statement-breakpoint
-- Nothing is taken away that is not there, on its day or on any day after it.
CREATE TRIGGER stock_movements_leave_no_shortage BEFORE INSERT ON stock_movements
WHEN (SELECT kind FROM stock_places WHERE place_id = NEW.from_place_id) IN ('store', 'distributionPoint', 'crew')
  AND NEW.thousandths > (SELECT min(on_hand) FROM (
    SELECT coalesce(sum(thousandths), 0) AS on_hand FROM stock_days
    WHERE place_id = NEW.from_place_id AND item_id = NEW.item_id AND day <= NEW.moved_on
    UNION ALL
    SELECT on_hand FROM (SELECT day, sum(thousandths) OVER (ORDER BY day) AS on_hand FROM stock_days
      WHERE place_id = NEW.from_place_id AND item_id = NEW.item_id) WHERE day > NEW.moved_on))
BEGIN SELECT RAISE(ABORT, 'stock: less than nothing'); END;
--> statement-breakpoint
CREATE TRIGGER stock_movements_are_summed AFTER INSERT ON stock_movements
BEGIN
  INSERT INTO stock_days (place_id, item_id, day, thousandths)
    VALUES (NEW.from_place_id, NEW.item_id, NEW.moved_on, -NEW.thousandths)
    ON CONFLICT (place_id, item_id, day) DO UPDATE SET thousandths = thousandths + excluded.thousandths;
  INSERT INTO stock_days (place_id, item_id, day, thousandths)
    VALUES (NEW.to_place_id, NEW.item_id, NEW.moved_on, NEW.thousandths)
    ON CONFLICT (place_id, item_id, day) DO UPDATE SET thousandths = thousandths + excluded.thousandths;
END;
--> statement-breakpoint
-- Each page of a paper comes back once; one that was taken back is missing again.
CREATE TRIGGER scan_decisions_return_the_paper AFTER INSERT ON scan_decisions
BEGIN
  DELETE FROM returned_papers WHERE page_id = NEW.page_id;
  INSERT INTO returned_papers (document_kind, document_id, paper_page, page_id)
    SELECT NEW.document_kind, NEW.document_id, NEW.paper_page, NEW.page_id WHERE NEW.decision = 'kept';
END;
