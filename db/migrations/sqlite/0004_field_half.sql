CREATE TABLE `photo_promises` (
	`county` text NOT NULL,
	`photo_id` text NOT NULL,
	`part` text NOT NULL,
	`sha256` text NOT NULL,
	`hazard_id` text NOT NULL,
	`task_id` text,
	`role` text NOT NULL,
	`taken_by` text NOT NULL,
	`captured_at` text NOT NULL,
	`clock_offset_ms` integer,
	`taken_with` text,
	`longitude` real,
	`latitude` real,
	`accuracy_metres` real,
	`position_source` text,
	`positioned_at` text,
	`position` integer NOT NULL,
	`promised_at` text NOT NULL,
	`fulfilled_at` text,
	PRIMARY KEY(`county`, `photo_id`, `part`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `promises_by_hazard` ON `photo_promises` (`county`,`hazard_id`);
--> statement-breakpoint
CREATE INDEX `promises_by_bytes` ON `photo_promises` (`county`,`sha256`,`fulfilled_at`);
--> statement-breakpoint
ALTER TABLE `hazards` ADD `complete_on_arrival` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `sent_at` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `clock_offset_ms` integer;
--> statement-breakpoint
ALTER TABLE `hazard_photos` ADD `copy_sha256` text;
--> statement-breakpoint
ALTER TABLE `hazard_photos` ADD `taken_with` text;
--> statement-breakpoint
ALTER TABLE `hazard_photos` ADD `clock_offset_ms` integer;
