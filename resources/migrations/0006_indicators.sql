CREATE TABLE `indicator_definitions` (
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`numerator_name` text NOT NULL,
	`denominator_name` text,
	`target_thousandths` integer,
	`target_direction` text,
	`in_force_from` text NOT NULL,
	`in_force_to` text,
	`recorded_at` text NOT NULL,
	`person_id` text,
	PRIMARY KEY(`code`, `version`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "indicator_definitions_kind" CHECK("indicator_definitions"."kind" IN ('share', 'average', 'count')),
	CONSTRAINT "indicator_definitions_denominator" CHECK(("indicator_definitions"."kind" = 'count') = ("indicator_definitions"."denominator_name" IS NULL)),
	CONSTRAINT "indicator_definitions_direction" CHECK("indicator_definitions"."target_direction" IN ('atLeast', 'atMost')),
	CONSTRAINT "indicator_definitions_target" CHECK(("indicator_definitions"."target_thousandths" IS NULL) = ("indicator_definitions"."target_direction" IS NULL)),
	CONSTRAINT "indicator_definitions_target_counts" CHECK("indicator_definitions"."target_thousandths" >= 0),
	CONSTRAINT "indicator_definitions_end" CHECK("indicator_definitions"."in_force_to" >= "indicator_definitions"."in_force_from")
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicator_values` (
	`period` text NOT NULL,
	`code` text NOT NULL,
	`entry_number` integer NOT NULL,
	`version` integer NOT NULL,
	`numerator_thousandths` integer,
	`denominator_thousandths` integer,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`period`, `code`, `entry_number`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`person_id`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	FOREIGN KEY (`code`,`version`) REFERENCES `indicator_definitions`(`code`,`version`) ON UPDATE RESTRICT ON DELETE RESTRICT,
	CONSTRAINT "indicator_values_count" CHECK("indicator_values"."numerator_thousandths" >= 0 AND "indicator_values"."denominator_thousandths" >= 0),
	CONSTRAINT "indicator_values_taken_back" CHECK("indicator_values"."numerator_thousandths" IS NOT NULL OR "indicator_values"."denominator_thousandths" IS NULL)
) STRICT;
--> statement-breakpoint
-- What every ledger begins with; an office changes it by versions of its own. Targets are what was promised: the yearly
-- plan of SAIDI and the like is each office's.
INSERT INTO indicator_definitions (code, version, position, name, kind, unit_of_measure, numerator_name,
  denominator_name, target_thousandths, target_direction, in_force_from, in_force_to, recorded_at, person_id) VALUES
  ('SAIDI', 1, 1, 'Thời gian mất điện trung bình (SAIDI)', 'average', 'phút', 'Phút × khách hàng mất điện, các lần trên 5 phút', 'Số khách hàng', NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('SAIFI', 1, 2, 'Số lần mất điện trung bình (SAIFI)', 'average', 'lần', 'Lượt khách hàng mất điện trên 5 phút', 'Số khách hàng', NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('MAIFI', 1, 3, 'Số lần mất điện thoáng qua trung bình (MAIFI)', 'average', 'lần', 'Lượt khách hàng mất điện từ 5 phút trở xuống', 'Số khách hàng', NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('CAP_LAI', 1, 4, 'Có điện lại trong 2 giờ sau sự cố', 'share', '%', 'Số lần có điện lại trong 2 giờ', 'Số lần mất điện do sự cố', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('CAP_MOI_TP', 1, 5, 'Cấp điện mới đúng hạn, đô thị (3 ngày)', 'share', '%', 'Số hồ sơ đúng hạn', 'Số hồ sơ đã cấp điện', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('CAP_MOI_NT', 1, 6, 'Cấp điện mới đúng hạn, nông thôn (5 ngày)', 'share', '%', 'Số hồ sơ đúng hạn', 'Số hồ sơ đã cấp điện', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('CAP_MOI_KHAC', 1, 7, 'Cấp điện mới đúng hạn, nơi khác (5 ngày)', 'share', '%', 'Số hồ sơ đúng hạn', 'Số hồ sơ đã cấp điện', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('TIEP_CAN', 1, 8, 'Tiếp cận điện trung áp, cả quá trình', 'average', 'ngày', 'Tổng số ngày', 'Số công trình đã đóng điện', 36000, 'atMost', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('TIEP_CAN_DL', 1, 9, 'Tiếp cận điện trung áp, phần ngành điện', 'average', 'ngày', 'Tổng số ngày ngành điện làm', 'Số công trình đã đóng điện', 10000, 'atMost', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('BAO_TRUOC', 1, 10, 'Cắt điện theo kế hoạch có báo trước đúng hạn', 'share', '%', 'Số lần báo trước đúng hạn', 'Số lần cắt điện theo kế hoạch', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('TRA_LOI', 1, 11, 'Câu hỏi được trả lời đúng hạn', 'share', '%', 'Số câu hỏi trả lời đúng hạn', 'Số câu hỏi đã nhận', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('KHIEU_NAI', 1, 12, 'Khiếu nại được giải quyết đúng hạn', 'share', '%', 'Số khiếu nại giải quyết đúng hạn', 'Số khiếu nại đến hạn', 100000, 'atLeast', '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('HOI_NGHI', 1, 13, 'Hội nghị khách hàng đã tổ chức', 'count', 'hội nghị', 'Số hội nghị', NULL, NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('DU_HOI_NGHI', 1, 14, 'Khách hàng dự một hội nghị', 'average', 'người', 'Số lượt khách hàng dự', 'Số hội nghị', NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('Y_KIEN', 1, 15, 'Ý kiến khách hàng đã giải quyết xong', 'share', '%', 'Số ý kiến đã giải quyết xong', 'Số ý kiến đã nhận', NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('KHANH_THANH', 1, 16, 'Công trình khánh thành', 'count', 'công trình', 'Số công trình', NULL, NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('KHOI_CONG', 1, 17, 'Công trình khởi công', 'count', 'công trình', 'Số công trình', NULL, NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('VE_SINH_TBA', 1, 18, 'Trạm biến áp được vệ sinh, bảo dưỡng', 'count', 'trạm', 'Số trạm', NULL, NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL),
  ('TIN_BAI', 1, 19, 'Tin, bài về chương trình', 'count', 'tin, bài', 'Số tin, bài', NULL, NULL, NULL, '2020-01', NULL, '2026-01-01T00:00:00.000Z', NULL);
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_is_not_changed BEFORE UPDATE ON indicator_definitions BEGIN SELECT RAISE(ABORT, 'issued: indicator_definitions is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_is_not_deleted BEFORE DELETE ON indicator_definitions BEGIN SELECT RAISE(ABORT, 'issued: indicator_definitions is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_is_not_changed BEFORE UPDATE ON indicator_values BEGIN SELECT RAISE(ABORT, 'issued: indicator_values is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_is_not_deleted BEFORE DELETE ON indicator_values BEGIN SELECT RAISE(ABORT, 'issued: indicator_values is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_month_is_open BEFORE INSERT ON indicator_definitions
WHEN NEW.in_force_from <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of indicator_definitions'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_month_is_open BEFORE INSERT ON indicator_values
WHEN NEW.period <= (SELECT max(period) FROM closed_months)
BEGIN SELECT RAISE(ABORT, 'closed: month of indicator_values'); END;
--> statement-breakpoint
-- A version follows the one before and keeps its kind: what was counted in cases is not counted in minutes later.
CREATE TRIGGER indicator_definitions_follow_each_other BEFORE INSERT ON indicator_definitions
WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM indicator_definitions WHERE code = NEW.code)
  OR NEW.kind <> (SELECT kind FROM indicator_definitions WHERE code = NEW.code AND version = 1)
BEGIN SELECT RAISE(ABORT, 'definition: not the next version, or of another kind'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_follow_each_other BEFORE INSERT ON indicator_values
WHEN NEW.entry_number <> (SELECT coalesce(max(entry_number), 0) + 1 FROM indicator_values
  WHERE period = NEW.period AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'number: not the next of indicator_values'); END;
