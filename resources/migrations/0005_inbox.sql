CREATE TABLE `received_packages` (
	`identity` text PRIMARY KEY NOT NULL,
	`package_name` text NOT NULL,
	`office_id` text NOT NULL,
	`ledger_id` text NOT NULL,
	`period` text NOT NULL,
	`sequence` integer NOT NULL,
	`revision` integer NOT NULL,
	`previous_package` text,
	`supersedes` text,
	`profile` text NOT NULL,
	`document` text NOT NULL,
	`file_name` text NOT NULL,
	`taken_in_at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "received_packages_profile" CHECK("received_packages"."profile" IN ('full', 'masked'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `received_packages_revision` ON `received_packages` (`office_id`,`period`,`revision`,`profile`);
--> statement-breakpoint
CREATE UNIQUE INDEX `received_packages_sequence` ON `received_packages` (`ledger_id`,`sequence`,`profile`);
--> statement-breakpoint
CREATE INDEX `received_packages_period` ON `received_packages` (`period`);
--> statement-breakpoint
CREATE TABLE `received_people` (
	`identity` text NOT NULL,
	`household_id` text NOT NULL,
	`citizen_id_hmac` text NOT NULL,
	PRIMARY KEY(`identity`, `household_id`),
	FOREIGN KEY (`identity`) REFERENCES `received_packages`(`identity`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_people_hmac` ON `received_people` (`citizen_id_hmac`);
--> statement-breakpoint
CREATE TABLE `received_rows` (
	`identity` text NOT NULL,
	`table_name` text NOT NULL,
	`row_key` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`identity`, `table_name`, `row_key`),
	FOREIGN KEY (`identity`) REFERENCES `received_packages`(`identity`) ON UPDATE RESTRICT ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
-- Whose paper a row is, and which paper a void is about: what looking for people helped twice asks of the rows.
CREATE INDEX received_rows_household ON received_rows (identity, content ->> '$.household_id')
WHERE table_name IN ('gift-handovers', 'repairs');
--> statement-breakpoint
CREATE INDEX received_rows_voided ON received_rows (content ->> '$.document_id') WHERE table_name = 'voids';
--> statement-breakpoint
-- Of the packages of an office's month, the one that speaks for it: the latest revision, and of that the full one.
CREATE VIEW current_received_packages AS SELECT * FROM received_packages AS one WHERE identity = (
  SELECT identity FROM received_packages AS every
  WHERE every.office_id = one.office_id AND every.period = one.period ORDER BY revision DESC, profile LIMIT 1);
--> statement-breakpoint
CREATE TRIGGER received_packages_is_not_changed BEFORE UPDATE ON received_packages BEGIN SELECT RAISE(ABORT, 'issued: received_packages is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER received_packages_is_not_deleted BEFORE DELETE ON received_packages BEGIN SELECT RAISE(ABORT, 'issued: received_packages is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER received_rows_is_not_changed BEFORE UPDATE ON received_rows BEGIN SELECT RAISE(ABORT, 'issued: received_rows is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER received_rows_is_not_deleted BEFORE DELETE ON received_rows BEGIN SELECT RAISE(ABORT, 'issued: received_rows is not deleted'); END;
