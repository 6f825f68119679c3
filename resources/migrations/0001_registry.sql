CREATE TABLE `commune_tables` (
	`version` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`loaded_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `duplicate_pairs` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`other_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "duplicate_pairs_order" CHECK("duplicate_pairs"."one_id" < "duplicate_pairs"."other_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `duplicate_pairs_other` ON `duplicate_pairs` (`other_id`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_score` ON `duplicate_pairs` (`score`);--> statement-breakpoint
CREATE TABLE `duplicate_settlements` (
	`settlement_id` text PRIMARY KEY NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`verdict` text NOT NULL,
	`settled_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "duplicate_settlements_order" CHECK("duplicate_settlements"."one_id" < "duplicate_settlements"."other_id"),
	CONSTRAINT "duplicate_settlements_verdict" CHECK("duplicate_settlements"."verdict" IN ('different', 'later'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `duplicate_settlements_pair` ON `duplicate_settlements` (`one_id`,`other_id`,`settled_at`);--> statement-breakpoint
CREATE TABLE `household_merge_undos` (
	`merge_id` text PRIMARY KEY NOT NULL,
	`undone_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`merge_id`) REFERENCES `household_merges`(`merge_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `household_merges` (
	`merge_id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`kept_before` text NOT NULL,
	`kept_after` text NOT NULL,
	`merged_before` text NOT NULL,
	`merged_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`kept_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`merged_id`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "household_merges_two" CHECK("household_merges"."kept_id" <> "household_merges"."merged_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `household_merges_kept` ON `household_merges` (`kept_id`);--> statement-breakpoint
CREATE INDEX `household_merges_merged` ON `household_merges` (`merged_id`);--> statement-breakpoint
CREATE TABLE `household_revisions` (
	`household_id` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	`command` text NOT NULL,
	`changes` text NOT NULL,
	PRIMARY KEY(`household_id`, `revision`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "household_revisions_changes" CHECK(json_valid("household_revisions"."changes"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_layouts` (
	`header_signature` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL,
	`confirmed_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`filter_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`saved_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filters_name_unique` ON `saved_filters` (`name`);--> statement-breakpoint
CREATE TABLE `__new_households` (
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
	`commune_code` text,
	`commune_version` text,
	`address_text` text,
	`member_count` integer,
	`members` text NOT NULL,
	`categories` text NOT NULL,
	`legal_basis` text,
	`note` text,
	`status` text NOT NULL,
	`status_on` text,
	`status_reason` text,
	`merged_into` text,
	`category` text,
	`category_codes` text NOT NULL,
	`category_until` text,
	`sort_key` text NOT NULL,
	`name_key` text NOT NULL,
	`hamlet_key` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`merged_into`) REFERENCES `households`(`household_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "households_status" CHECK("__new_households"."status" IN ('active', 'moved', 'deceased', 'merged', 'erased')),
	CONSTRAINT "households_merged_is_into" CHECK(("__new_households"."status" = 'merged') = ("__new_households"."merged_into" IS NOT NULL)),
	CONSTRAINT "households_commune_has_version" CHECK(("__new_households"."commune_code" IS NULL) = ("__new_households"."commune_version" IS NULL)),
	CONSTRAINT "households_lists" CHECK(json_valid("__new_households"."members") AND json_valid("__new_households"."categories")),
	CONSTRAINT "households_revision" CHECK("__new_households"."revision" > 0)
) STRICT;
--> statement-breakpoint
-- A category becomes the first of many; a decision that named none is kept as a note. The keys that SQL cannot fold are
-- left empty for the program, which fills them when it opens the ledger (ledger/registry/derived-keys.ts).
INSERT INTO `__new_households` (row_number, household_id, head_of_household, birth_year, citizen_id, old_id_number,
  customer_code, meter_number, phone, hamlet, commune_name, address_text, member_count, members, categories, note, status,
  category, category_codes, sort_key, name_key, hamlet_key, revision, recorded_at)
SELECT row_number, household_id, head_of_household, birth_year, citizen_id, old_id_number,
  customer_code, meter_number, phone, hamlet, commune_name, address_text, member_count, '[]',
  CASE WHEN category IS NULL THEN '[]' ELSE json_array(json_object(
    'category', category, 'decisionNumber', category_decision, 'validFrom', NULL, 'validTo', NULL)) END,
  CASE WHEN category IS NULL AND category_decision IS NOT NULL
    THEN coalesce(note || '; ', '') || category_decision ELSE note END,
  status, category, CASE WHEN category IS NULL THEN '' ELSE ' ' || category || ' ' END, sort_key, '', '', revision,
  recorded_at
FROM households;
--> statement-breakpoint
DROP TABLE `households`;--> statement-breakpoint
ALTER TABLE `__new_households` RENAME TO `households`;--> statement-breakpoint
CREATE UNIQUE INDEX `households_household_id_unique` ON `households` (`household_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `households_citizen_id` ON `households` (`citizen_id`) WHERE citizen_id IS NOT NULL AND status NOT IN ('merged', 'erased');--> statement-breakpoint
CREATE INDEX `households_sort` ON `households` (`sort_key`,`row_number`,`status`,`category_codes`,`citizen_id`,`customer_code`);--> statement-breakpoint
CREATE INDEX `households_name` ON `households` (`name_key`,`birth_year`,`hamlet_key`);--> statement-breakpoint
CREATE INDEX `households_merged` ON `households` (`merged_into`) WHERE merged_into IS NOT NULL;--> statement-breakpoint
CREATE INDEX `households_category_until` ON `households` (`category_until`) WHERE category_until IS NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `declined` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `ended` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- What a batch put into its rows before this migration has one category and its decision; undoing reads the new form.
DROP TRIGGER import_rows_is_not_changed;
--> statement-breakpoint
UPDATE import_rows SET before = json_remove(json_set(before,
  '$.communeCode', NULL, '$.communeVersion', NULL, '$.members', json('[]'), '$.legalBasis', NULL,
  '$.categories', CASE WHEN before ->> '$.category' IS NULL THEN json('[]') ELSE json_array(json_object(
    'category', before ->> '$.category', 'decisionNumber', before ->> '$.categoryDecision',
    'validFrom', NULL, 'validTo', NULL)) END), '$.category', '$.categoryDecision')
WHERE before IS NOT NULL;
--> statement-breakpoint
-- Nothing that was issued is changed or deleted, but for one thing: a person who asked to be forgotten is forgotten.
CREATE TRIGGER import_rows_is_not_changed BEFORE UPDATE ON import_rows
WHEN NOT (OLD.before IS NOT NULL AND NEW.before = '{}' AND NEW.batch_id = OLD.batch_id
  AND NEW.household_id = OLD.household_id AND NEW.revision_after = OLD.revision_after
  AND EXISTS (SELECT 1 FROM households WHERE household_id = OLD.household_id AND status = 'erased'))
BEGIN SELECT RAISE(ABORT, 'issued: import_rows is not changed'); END;
--> statement-breakpoint
-- What a merge or its undoing changed of a household may be emptied, too, when the other one of the two was erased.
CREATE TRIGGER household_revisions_is_not_changed BEFORE UPDATE ON household_revisions
WHEN NOT (NEW.changes = '{}' AND NEW.household_id = OLD.household_id AND NEW.revision = OLD.revision
  AND NEW.recorded_at = OLD.recorded_at AND NEW.person_id = OLD.person_id AND NEW.command = OLD.command
  AND (EXISTS (SELECT 1 FROM households WHERE household_id = OLD.household_id AND status = 'erased')
    OR OLD.command IN ('households.merge', 'households.undoMerge') AND EXISTS (
      SELECT 1 FROM household_merges JOIN households ON households.household_id = merged_id
      WHERE kept_id = OLD.household_id AND status = 'erased')))
BEGIN SELECT RAISE(ABORT, 'issued: household_revisions is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER household_revisions_is_not_deleted BEFORE DELETE ON household_revisions BEGIN SELECT RAISE(ABORT, 'issued: household_revisions is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER household_merges_is_not_changed BEFORE UPDATE ON household_merges
WHEN NOT (NEW.kept_before = '{}' AND NEW.kept_after = '{}' AND NEW.merged_before = '{}'
  AND NEW.merge_id = OLD.merge_id AND NEW.kept_id = OLD.kept_id AND NEW.merged_id = OLD.merged_id
  AND NEW.merged_at = OLD.merged_at AND NEW.person_id = OLD.person_id
  AND EXISTS (SELECT 1 FROM households WHERE household_id IN (OLD.kept_id, OLD.merged_id) AND status = 'erased'))
BEGIN SELECT RAISE(ABORT, 'issued: household_merges is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER household_merges_is_not_deleted BEFORE DELETE ON household_merges BEGIN SELECT RAISE(ABORT, 'issued: household_merges is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER household_merge_undos_is_not_changed BEFORE UPDATE ON household_merge_undos BEGIN SELECT RAISE(ABORT, 'issued: household_merge_undos is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER household_merge_undos_is_not_deleted BEFORE DELETE ON household_merge_undos BEGIN SELECT RAISE(ABORT, 'issued: household_merge_undos is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER duplicate_settlements_is_not_changed BEFORE UPDATE ON duplicate_settlements BEGIN SELECT RAISE(ABORT, 'issued: duplicate_settlements is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER duplicate_settlements_is_not_deleted BEFORE DELETE ON duplicate_settlements BEGIN SELECT RAISE(ABORT, 'issued: duplicate_settlements is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER commune_tables_is_not_changed BEFORE UPDATE ON commune_tables BEGIN SELECT RAISE(ABORT, 'issued: commune_tables is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER commune_tables_is_not_deleted BEFORE DELETE ON commune_tables BEGIN SELECT RAISE(ABORT, 'issued: commune_tables is not deleted'); END;
--> statement-breakpoint
-- Papers are for a household that stands: one kept under another, or erased, gets no new ones.
CREATE TRIGGER handovers_are_for_one_that_stands BEFORE INSERT ON handovers
WHEN (SELECT status FROM households WHERE household_id = NEW.household_id) IN ('merged', 'erased')
BEGIN SELECT RAISE(ABORT, 'handover: household is merged or erased'); END;
--> statement-breakpoint
CREATE TRIGGER repairs_are_for_one_that_stands BEFORE INSERT ON repairs
WHEN (SELECT status FROM households WHERE household_id = NEW.household_id) IN ('merged', 'erased')
BEGIN SELECT RAISE(ABORT, 'repair: household is merged or erased'); END;
--> statement-breakpoint
-- A claim ends with a void, or, where a merge gave it to the household that was kept, with the merge's undoing.
DROP TRIGGER gift_claims_end_with_a_void;
--> statement-breakpoint
CREATE TRIGGER gift_claims_end_with_a_void BEFORE DELETE ON gift_claims
WHEN NOT EXISTS (SELECT 1 FROM handover_voids WHERE handover_id = OLD.handover_id)
  AND OLD.household_id = (SELECT household_id FROM handovers WHERE handover_id = OLD.handover_id)
BEGIN SELECT RAISE(ABORT, 'issued: gift_claims is not deleted'); END;
