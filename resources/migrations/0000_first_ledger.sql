CREATE TABLE `campaigns` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`decision_number` text,
	`funding_source` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`eligible_categories` text NOT NULL,
	CONSTRAINT "campaigns_days" CHECK("campaigns"."from_day" <= "campaigns"."to_day")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_name_unique` ON `campaigns` (`name`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`certified_on` text NOT NULL,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "certificates_year" CHECK("certificates"."document_year" = CAST(substr("certificates"."certified_on", 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_code_unique` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_number` ON `certificates` (`document_year`,`document_number`);--> statement-breakpoint
CREATE INDEX `certificates_day` ON `certificates` (`certified_on`);--> statement-breakpoint
CREATE TABLE `closing_households` (
	`closing_id` text NOT NULL,
	`household_id` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`closing_id`, `household_id`),
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`closing_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `closing_households_household` ON `closing_households` (`household_id`);--> statement-breakpoint
CREATE TABLE `closings` (
	`closing_id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`sequence` integer NOT NULL,
	`closed_at` text NOT NULL,
	`closed_on` text NOT NULL,
	`person_id` text NOT NULL,
	`first_journal` integer NOT NULL,
	`last_journal` integer NOT NULL,
	`document` text NOT NULL,
	`report` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `closings_period_unique` ON `closings` (`period`);--> statement-breakpoint
CREATE UNIQUE INDEX `closings_sequence_unique` ON `closings` (`sequence`);--> statement-breakpoint
CREATE TABLE `gift_claims` (
	`campaign_id` text NOT NULL,
	`household_id` text NOT NULL,
	`handover_id` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `household_id`),
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`handover_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `gift_package_lines` (
	`gift_package_id` text NOT NULL,
	`line_number` integer NOT NULL,
	`name` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`quantity` real NOT NULL,
	`unit_price_dong` integer NOT NULL,
	PRIMARY KEY(`gift_package_id`, `line_number`),
	FOREIGN KEY (`gift_package_id`) REFERENCES `gift_packages`(`gift_package_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `gift_packages` (
	`gift_package_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `gift_packages_position` ON `gift_packages` (`campaign_id`,`position`);--> statement-breakpoint
CREATE TABLE `handover_voids` (
	`handover_id` text PRIMARY KEY NOT NULL,
	`voided_on` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`handover_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `handover_voids_day` ON `handover_voids` (`voided_on`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`handover_id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`gift_package_id` text NOT NULL,
	`household_id` text NOT NULL,
	`document_year` integer NOT NULL,
	`document_number` integer NOT NULL,
	`code` text NOT NULL,
	`handed_over_on` text NOT NULL,
	`recipient_kind` text NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient_relation` text,
	`recipient_paper` text,
	`value_dong` integer NOT NULL,
	`paper` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`gift_package_id`) REFERENCES `gift_packages`(`gift_package_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "handovers_recipient" CHECK("handovers"."recipient_kind" IN ('headOfHousehold', 'proxy')),
	CONSTRAINT "handovers_value" CHECK("handovers"."value_dong" >= 0),
	CONSTRAINT "handovers_year" CHECK("handovers"."document_year" = CAST(substr("handovers"."handed_over_on", 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_code_unique` ON `handovers` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_number` ON `handovers` (`document_year`,`document_number`);--> statement-breakpoint
CREATE INDEX `handovers_campaign` ON `handovers` (`campaign_id`,`handed_over_on`);--> statement-breakpoint
CREATE INDEX `handovers_household` ON `handovers` (`household_id`);--> statement-breakpoint
CREATE INDEX `handovers_day` ON `handovers` (`handed_over_on`);--> statement-breakpoint
CREATE TABLE `households` (
	`row_number` integer PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`head_of_household` text NOT NULL,
	`birth_year` integer,
	`citizen_id` text,
	`old_id_number` text,
	`customer_code` text,
	`meter_number` text,
	`phone` text,
	`hamlet` text,
	`commune_name` text,
	`address_text` text,
	`member_count` integer,
	`category` text,
	`category_decision` text,
	`note` text,
	`status` text NOT NULL,
	`sort_key` text NOT NULL,
	`match_key` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` text NOT NULL,
	CONSTRAINT "households_status" CHECK("households"."status" IN ('active', 'moved', 'deceased')),
	CONSTRAINT "households_revision" CHECK("households"."revision" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `households_household_id_unique` ON `households` (`household_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `households_citizen_id` ON `households` (`citizen_id`) WHERE citizen_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `households_sort` ON `households` (`sort_key`,`row_number`);--> statement-breakpoint
CREATE INDEX `households_category_sort` ON `households` (`category`,`sort_key`,`row_number`);--> statement-breakpoint
CREATE INDEX `households_match` ON `households` (`match_key`);--> statement-breakpoint
CREATE TABLE `import_batches` (
	`batch_id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`imported_at` text NOT NULL,
	`person_id` text NOT NULL,
	`inserted` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`blocked` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`batch_id` text NOT NULL,
	`household_id` text NOT NULL,
	`before` text,
	`revision_after` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `household_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`batch_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_undos` (
	`batch_id` text PRIMARY KEY NOT NULL,
	`undone_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`batch_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `journal` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text,
	`command` text NOT NULL,
	`command_id` text NOT NULL,
	`subject` text,
	`content` text NOT NULL,
	`content_sha256` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_command_id_unique` ON `journal` (`command_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `journal_previous_hash_unique` ON `journal` (`previous_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `journal_hash_unique` ON `journal` (`hash`);--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal` (`subject`);--> statement-breakpoint
CREATE TABLE `office` (
	`id` integer PRIMARY KEY NOT NULL,
	`ledger_id` text NOT NULL,
	`office_code` text NOT NULL,
	`office_name` text NOT NULL,
	`parent_organisation` text NOT NULL,
	`place` text NOT NULL,
	`signer_title` text NOT NULL,
	`signer_name` text NOT NULL,
	`is_practice` integer NOT NULL,
	CONSTRAINT "office_is_one" CHECK("office"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `packages` (
	`closing_id` text PRIMARY KEY NOT NULL,
	`identity` text NOT NULL,
	`file_name` text NOT NULL,
	`made_at` text NOT NULL,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`closing_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `packages_identity_unique` ON `packages` (`identity`);--> statement-breakpoint
CREATE TABLE `people` (
	`person_id` text PRIMARY KEY NOT NULL,
	`full_name` text NOT NULL,
	`role` text NOT NULL,
	`is_active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_full_name_unique` ON `people` (`full_name`);--> statement-breakpoint
CREATE TABLE `printings` (
	`document_kind` text NOT NULL,
	`document_id` text NOT NULL,
	`copy_number` integer NOT NULL,
	`printed_at` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`document_kind`, `document_id`, `copy_number`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_items` (
	`repair_id` text NOT NULL,
	`line_number` integer NOT NULL,
	`name` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`quantity` real NOT NULL,
	`unit_price_dong` integer NOT NULL,
	PRIMARY KEY(`repair_id`, `line_number`),
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `repair_voids` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`voided_on` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`repair_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `repair_voids_day` ON `repair_voids` (`voided_on`);--> statement-breakpoint
CREATE TABLE `repairs` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`campaign_id` text,
	`done_on` text NOT NULL,
	`condition_found` text NOT NULL,
	`crew` text NOT NULL,
	`funding_source` text,
	`cost_dong` integer NOT NULL,
	`insulation_megaohm` real NOT NULL,
	`rcd_trip_milliseconds` real,
	`polarity_correct` integer NOT NULL,
	`powered_on` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`campaign_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "repairs_cost" CHECK("repairs"."cost_dong" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `repairs_household` ON `repairs` (`household_id`);--> statement-breakpoint
CREATE INDEX `repairs_day` ON `repairs` (`done_on`);
--> statement-breakpoint
-- Search: folded words of a household, without the text itself. Filled by ledger/household-search.ts, in bulk for a list.
-- Each beginning of a word has its list of rows: without one, SQLite merges all rows of a beginning at each key pressed.
-- No Vietnamese syllable without marks is longer but "nghieng".
CREATE VIRTUAL TABLE household_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3 4 5 6', detail='none', tokenize='unicode61');
--> statement-breakpoint
-- Nothing that was issued is changed or deleted: a mistake is put right by a new row.
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'issued: journal is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'issued: journal is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER import_batches_is_not_changed BEFORE UPDATE ON import_batches BEGIN SELECT RAISE(ABORT, 'issued: import_batches is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER import_batches_is_not_deleted BEFORE DELETE ON import_batches BEGIN SELECT RAISE(ABORT, 'issued: import_batches is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_is_not_changed BEFORE UPDATE ON import_undos BEGIN SELECT RAISE(ABORT, 'issued: import_undos is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_is_not_deleted BEFORE DELETE ON import_undos BEGIN SELECT RAISE(ABORT, 'issued: import_undos is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER import_rows_is_not_changed BEFORE UPDATE ON import_rows BEGIN SELECT RAISE(ABORT, 'issued: import_rows is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER import_rows_is_not_deleted BEFORE DELETE ON import_rows BEGIN SELECT RAISE(ABORT, 'issued: import_rows is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER campaigns_is_not_changed BEFORE UPDATE ON campaigns BEGIN SELECT RAISE(ABORT, 'issued: campaigns is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER campaigns_is_not_deleted BEFORE DELETE ON campaigns BEGIN SELECT RAISE(ABORT, 'issued: campaigns is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_packages_is_not_changed BEFORE UPDATE ON gift_packages BEGIN SELECT RAISE(ABORT, 'issued: gift_packages is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER gift_packages_is_not_deleted BEFORE DELETE ON gift_packages BEGIN SELECT RAISE(ABORT, 'issued: gift_packages is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_package_lines_is_not_changed BEFORE UPDATE ON gift_package_lines BEGIN SELECT RAISE(ABORT, 'issued: gift_package_lines is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER gift_package_lines_is_not_deleted BEFORE DELETE ON gift_package_lines BEGIN SELECT RAISE(ABORT, 'issued: gift_package_lines is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_is_not_changed BEFORE UPDATE ON handovers BEGIN SELECT RAISE(ABORT, 'issued: handovers is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_is_not_deleted BEFORE DELETE ON handovers BEGIN SELECT RAISE(ABORT, 'issued: handovers is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER handover_voids_is_not_changed BEFORE UPDATE ON handover_voids BEGIN SELECT RAISE(ABORT, 'issued: handover_voids is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER handover_voids_is_not_deleted BEFORE DELETE ON handover_voids BEGIN SELECT RAISE(ABORT, 'issued: handover_voids is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repairs_is_not_changed BEFORE UPDATE ON repairs BEGIN SELECT RAISE(ABORT, 'issued: repairs is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repairs_is_not_deleted BEFORE DELETE ON repairs BEGIN SELECT RAISE(ABORT, 'issued: repairs is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_items_is_not_changed BEFORE UPDATE ON repair_items BEGIN SELECT RAISE(ABORT, 'issued: repair_items is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_items_is_not_deleted BEFORE DELETE ON repair_items BEGIN SELECT RAISE(ABORT, 'issued: repair_items is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_is_not_changed BEFORE UPDATE ON certificates BEGIN SELECT RAISE(ABORT, 'issued: certificates is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_is_not_deleted BEFORE DELETE ON certificates BEGIN SELECT RAISE(ABORT, 'issued: certificates is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_voids_is_not_changed BEFORE UPDATE ON repair_voids BEGIN SELECT RAISE(ABORT, 'issued: repair_voids is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_voids_is_not_deleted BEFORE DELETE ON repair_voids BEGIN SELECT RAISE(ABORT, 'issued: repair_voids is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER printings_is_not_changed BEFORE UPDATE ON printings BEGIN SELECT RAISE(ABORT, 'issued: printings is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER printings_is_not_deleted BEFORE DELETE ON printings BEGIN SELECT RAISE(ABORT, 'issued: printings is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER closings_is_not_changed BEFORE UPDATE ON closings BEGIN SELECT RAISE(ABORT, 'issued: closings is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER closings_is_not_deleted BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'issued: closings is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER closing_households_is_not_changed BEFORE UPDATE ON closing_households BEGIN SELECT RAISE(ABORT, 'issued: closing_households is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER closing_households_is_not_deleted BEFORE DELETE ON closing_households BEGIN SELECT RAISE(ABORT, 'issued: closing_households is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER packages_is_not_changed BEFORE UPDATE ON packages BEGIN SELECT RAISE(ABORT, 'issued: packages is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER packages_is_not_deleted BEFORE DELETE ON packages BEGIN SELECT RAISE(ABORT, 'issued: packages is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER office_is_not_deleted BEFORE DELETE ON office BEGIN SELECT RAISE(ABORT, 'issued: office is not deleted'); END;
--> statement-breakpoint
-- The journal is a chain without gaps.
CREATE TRIGGER journal_is_a_chain BEFORE INSERT ON journal
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
  OR NEW.previous_hash <> coalesce((SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'journal: not the next link'); END;
--> statement-breakpoint
-- Numbers of papers have no gaps within a year.
CREATE TRIGGER handovers_number_is_next BEFORE INSERT ON handovers
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM handovers WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of handovers'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_number_is_next BEFORE INSERT ON certificates
WHEN NEW.document_number <> (SELECT coalesce(max(document_number), 0) + 1 FROM certificates WHERE document_year = NEW.document_year)
BEGIN SELECT RAISE(ABORT, 'number: not the next of certificates'); END;
--> statement-breakpoint
-- After a month is closed, nothing dated in it or before it is added.
CREATE TRIGGER handovers_month_is_open BEFORE INSERT ON handovers
WHEN substr(NEW.handed_over_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of handovers'); END;
--> statement-breakpoint
CREATE TRIGGER handover_voids_month_is_open BEFORE INSERT ON handover_voids
WHEN substr(NEW.voided_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of handover_voids'); END;
--> statement-breakpoint
CREATE TRIGGER repairs_month_is_open BEFORE INSERT ON repairs
WHEN substr(NEW.done_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repairs'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_month_is_open BEFORE INSERT ON certificates
WHEN substr(NEW.certified_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of certificates'); END;
--> statement-breakpoint
CREATE TRIGGER repair_voids_month_is_open BEFORE INSERT ON repair_voids
WHEN substr(NEW.voided_on, 1, 7) <= (SELECT max(period) FROM closings)
BEGIN SELECT RAISE(ABORT, 'closed: month of repair_voids'); END;
--> statement-breakpoint
CREATE TRIGGER closings_follow_each_other BEFORE INSERT ON closings
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM closings)
  OR NEW.period <= (SELECT coalesce(max(period), '') FROM closings)
BEGIN SELECT RAISE(ABORT, 'closing: not the next month'); END;
--> statement-breakpoint
-- One gift per household and campaign: the primary key of gift_claims says no to a second one.
CREATE TRIGGER handovers_claim_the_gift AFTER INSERT ON handovers
BEGIN INSERT INTO gift_claims (campaign_id, household_id, handover_id) VALUES (NEW.campaign_id, NEW.household_id, NEW.handover_id); END;
--> statement-breakpoint
CREATE TRIGGER handover_voids_give_the_claim_back AFTER INSERT ON handover_voids
BEGIN DELETE FROM gift_claims WHERE handover_id = NEW.handover_id; END;
--> statement-breakpoint
CREATE TRIGGER gift_claims_end_with_a_void BEFORE DELETE ON gift_claims
WHEN NOT EXISTS (SELECT 1 FROM handover_voids WHERE handover_id = OLD.handover_id)
BEGIN SELECT RAISE(ABORT, 'issued: gift_claims is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER gift_claims_is_not_changed BEFORE UPDATE ON gift_claims BEGIN SELECT RAISE(ABORT, 'issued: gift_claims is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER handovers_package_is_of_the_campaign BEFORE INSERT ON handovers
WHEN NEW.campaign_id <> (SELECT campaign_id FROM gift_packages WHERE gift_package_id = NEW.gift_package_id)
BEGIN SELECT RAISE(ABORT, 'handover: package of another campaign'); END;
--> statement-breakpoint
CREATE TRIGGER handover_voids_follow_the_issue BEFORE INSERT ON handover_voids
WHEN NEW.voided_on < (SELECT handed_over_on FROM handovers WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE(ABORT, 'void: before the issue'); END;
--> statement-breakpoint
CREATE TRIGGER repair_voids_follow_the_issue BEFORE INSERT ON repair_voids
WHEN NEW.voided_on < (SELECT coalesce(certified_on, done_on) FROM repairs LEFT JOIN certificates USING (repair_id)
  WHERE repair_id = NEW.repair_id)
BEGIN SELECT RAISE(ABORT, 'void: before the issue'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_follow_the_work BEFORE INSERT ON certificates
WHEN NEW.certified_on < (SELECT done_on FROM repairs WHERE repair_id = NEW.repair_id)
  OR EXISTS (SELECT 1 FROM repair_voids WHERE repair_id = NEW.repair_id)
BEGIN SELECT RAISE(ABORT, 'certificate: before the work or after its void'); END;
