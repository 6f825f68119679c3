CREATE TABLE `head_office_key_revocations` (
	`key_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`revoked_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `head_office_keys`(`key_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `head_office_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`signing_key` text NOT NULL,
	`age_recipient` text NOT NULL,
	`made_on` text NOT NULL,
	`taken_in_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `office_key_revocations` (
	`key_number` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`revoked_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`key_number`) REFERENCES `office_keys`(`key_number`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE TABLE `office_keys` (
	`key_number` integer PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`public_key` text NOT NULL,
	`recovery_recipient` text NOT NULL,
	`made_at` text NOT NULL,
	`person_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "office_keys_numbers" CHECK("office_keys"."key_number" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `office_keys_key_id_unique` ON `office_keys` (`key_id`);
--> statement-breakpoint
CREATE TRIGGER office_keys_is_not_changed BEFORE UPDATE ON office_keys BEGIN SELECT RAISE(ABORT, 'issued: office_keys is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER office_keys_is_not_deleted BEFORE DELETE ON office_keys BEGIN SELECT RAISE(ABORT, 'issued: office_keys is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER office_key_revocations_is_not_changed BEFORE UPDATE ON office_key_revocations BEGIN SELECT RAISE(ABORT, 'issued: office_key_revocations is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER office_key_revocations_is_not_deleted BEFORE DELETE ON office_key_revocations BEGIN SELECT RAISE(ABORT, 'issued: office_key_revocations is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER head_office_keys_is_not_changed BEFORE UPDATE ON head_office_keys BEGIN SELECT RAISE(ABORT, 'issued: head_office_keys is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER head_office_keys_is_not_deleted BEFORE DELETE ON head_office_keys BEGIN SELECT RAISE(ABORT, 'issued: head_office_keys is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER head_office_key_revocations_is_not_changed BEFORE UPDATE ON head_office_key_revocations BEGIN SELECT RAISE(ABORT, 'issued: head_office_key_revocations is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER head_office_key_revocations_is_not_deleted BEFORE DELETE ON head_office_key_revocations BEGIN SELECT RAISE(ABORT, 'issued: head_office_key_revocations is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER office_keys_follow_each_other BEFORE INSERT ON office_keys
WHEN NEW.key_number <> (SELECT coalesce(max(key_number), 0) + 1 FROM office_keys)
BEGIN SELECT RAISE(ABORT, 'number: not the next of office_keys'); END;
