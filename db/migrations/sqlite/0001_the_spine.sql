CREATE TABLE `counties` (
	`county` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`register_prefix` text NOT NULL,
	`time_zone` text NOT NULL,
	`settings` text NOT NULL,
	`bounds` text,
	`invented` integer NOT NULL,
	`founded_at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `holidays` (
	`county` text NOT NULL,
	`on` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`county`, `on`)
);

--> statement-breakpoint
CREATE TABLE `codes` (
	`county` text NOT NULL,
	`list` text NOT NULL,
	`code` text NOT NULL,
	`zh` text NOT NULL,
	`en` text NOT NULL,
	`unit` text,
	`position` integer NOT NULL,
	`common` integer NOT NULL,
	PRIMARY KEY(`county`, `list`, `code`)
);

--> statement-breakpoint
CREATE TABLE `sequences` (
	`county` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`county`, `kind`, `year`)
);

--> statement-breakpoint
CREATE TABLE `units` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_unit_per_name` ON `units` (`county`,`name`);
--> statement-breakpoint
CREATE TABLE `people` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`role` text NOT NULL,
	`unit_id` text,
	`active` integer NOT NULL,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`failed_sign_ins` integer NOT NULL,
	`locked_until` text,
	`version` integer NOT NULL,
	`added_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`unit_id`) REFERENCES `units`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_person_per_account` ON `people` (`county`,`account`);
--> statement-breakpoint
CREATE INDEX `people_by_unit` ON `people` (`county`,`unit_id`);
--> statement-breakpoint
CREATE TABLE `unit_areas` (
	`county` text NOT NULL,
	`unit_id` text NOT NULL,
	`place_code` text NOT NULL,
	PRIMARY KEY(`county`, `unit_id`, `place_code`),
	FOREIGN KEY (`county`,`unit_id`) REFERENCES `units`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `sessions` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`device` text NOT NULL,
	`started_at` text NOT NULL,
	`last_used_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`revoked_at` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`person_id`) REFERENCES `people`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_session_per_token` ON `sessions` (`county`,`token_hash`);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`county`,`person_id`);
--> statement-breakpoint
CREATE TABLE `feedback` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`page` text NOT NULL,
	`words` text NOT NULL,
	`given_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE TABLE `zones` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`shape` text NOT NULL,
	`level` text NOT NULL,
	`name` text NOT NULL,
	`place_code` text NOT NULL,
	`route_code` text,
	`from_metres` integer,
	`to_metres` integer,
	`geometry` text NOT NULL,
	`invented` integer NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE INDEX `zones_by_place` ON `zones` (`county`,`place_code`);
--> statement-breakpoint
CREATE TABLE `zone_posts` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`zone_id` text NOT NULL,
	`person_id` text NOT NULL,
	`level` text NOT NULL,
	`held_from` text NOT NULL,
	`held_until` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`zone_id`) REFERENCES `zones`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `posts_by_zone` ON `zone_posts` (`county`,`zone_id`);
--> statement-breakpoint
CREATE INDEX `posts_by_person` ON `zone_posts` (`county`,`person_id`);
--> statement-breakpoint
CREATE TABLE `places` (
	`county` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`longitude` real NOT NULL,
	`latitude` real NOT NULL,
	`place_cell` integer NOT NULL,
	`invented` integer NOT NULL,
	PRIMARY KEY(`county`, `code`)
);

--> statement-breakpoint
CREATE TABLE `roads` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`route_code` text NOT NULL,
	`name` text NOT NULL,
	`road_class` text NOT NULL,
	`length_metres` integer NOT NULL,
	`geometry` text NOT NULL,
	`invented` integer NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE INDEX `roads_by_route` ON `roads` (`county`,`route_code`);
--> statement-breakpoint
CREATE TABLE `photos` (
	`county` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`format` text NOT NULL,
	`width_pixels` integer NOT NULL,
	`height_pixels` integer NOT NULL,
	`trailing_bytes` integer NOT NULL,
	`exif_taken_at` text,
	`exif_longitude` real,
	`exif_latitude` real,
	`exif_make` text,
	`exif_model` text,
	`received_at` text NOT NULL,
	`received_from` text NOT NULL,
	PRIMARY KEY(`county`, `sha256`)
);

--> statement-breakpoint
CREATE TABLE `hazards` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`short_code` text NOT NULL,
	`register_number` text,
	`stage` text NOT NULL,
	`set_aside` text,
	`severity` text,
	`source` text NOT NULL,
	`code` text NOT NULL,
	`other_codes` text NOT NULL,
	`description` text NOT NULL,
	`longitude` real,
	`latitude` real,
	`accuracy_metres` real,
	`position_source` text,
	`positioned_at` text,
	`place_cell` integer,
	`outside_county` integer NOT NULL,
	`place_code` text NOT NULL,
	`township_code` text,
	`zone_id` text,
	`route_code` text,
	`road_class` text,
	`chainage_metres` integer,
	`spot` text NOT NULL,
	`reported_at` text NOT NULL,
	`reported_by` text NOT NULL,
	`captured_at` text NOT NULL,
	`report_hash` text NOT NULL,
	`team_unit_id` text,
	`dispatched_at` text,
	`scene_completed_at` text,
	`registered_at` text,
	`registered_by` text,
	`severity_set_by` text,
	`due_on` text,
	`first_due_on` text,
	`cleared_at` text,
	`cleared_by` text,
	`watch_until_on` text,
	`times_reopened` integer NOT NULL,
	`last_reopened_at` text,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`reported_by`) REFERENCES `people`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`team_unit_id`) REFERENCES `units`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "on_the_register_means_numbered" CHECK("hazards"."stage" not in ('register', 'cleared') or "hazards"."register_number" is not null),
	CONSTRAINT "numbered_means_graded" CHECK("hazards"."register_number" is null or "hazards"."severity" is not null),
	CONSTRAINT "cleared_means_by_somebody" CHECK("hazards"."stage" <> 'cleared' or "hazards"."cleared_by" is not null)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_hazard_per_register_number` ON `hazards` (`county`,`register_number`);
--> statement-breakpoint
CREATE INDEX `hazards_by_cell` ON `hazards` (`county`,`place_cell`);
--> statement-breakpoint
CREATE INDEX `hazards_by_place` ON `hazards` (`county`,`place_code`);
--> statement-breakpoint
CREATE INDEX `hazards_by_report` ON `hazards` (`county`,`reported_at`,`id`);
--> statement-breakpoint
CREATE INDEX `hazards_by_deadline` ON `hazards` (`county`,`stage`,`due_on`,`id`);
--> statement-breakpoint
CREATE INDEX `hazards_by_zone` ON `hazards` (`county`,`zone_id`);
--> statement-breakpoint
CREATE INDEX `hazards_by_team` ON `hazards` (`county`,`team_unit_id`);
--> statement-breakpoint
CREATE INDEX `hazards_by_reporter` ON `hazards` (`county`,`reported_by`);
--> statement-breakpoint
CREATE TABLE `hazard_photos` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`task_id` text,
	`sha256` text NOT NULL,
	`role` text NOT NULL,
	`taken_by` text NOT NULL,
	`captured_at` text NOT NULL,
	`attached_at` text NOT NULL,
	`longitude` real,
	`latitude` real,
	`accuracy_metres` real,
	`position_source` text,
	`positioned_at` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`sha256`) REFERENCES `photos`(`county`,`sha256`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `photos_by_hazard` ON `hazard_photos` (`county`,`hazard_id`,`position`);
--> statement-breakpoint
CREATE INDEX `photos_by_bytes` ON `hazard_photos` (`county`,`sha256`);
--> statement-breakpoint
CREATE TABLE `revisits` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`due_on` text NOT NULL,
	`outcome` text,
	`done_at` text,
	`done_by` text,
	`remark` text,
	`dropped_at` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `revisits_by_hazard` ON `revisits` (`county`,`hazard_id`);
--> statement-breakpoint
CREATE INDEX `revisits_by_day` ON `revisits` (`county`,`due_on`);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text,
	`demand` text NOT NULL,
	`first_due_on` text NOT NULL,
	`due_on` text NOT NULL,
	`assigned_at` text NOT NULL,
	`accepted_at` text,
	`started_at` text,
	`interim_at` text,
	`interim_remark` text,
	`planned_year` integer,
	`planned_because` text,
	`refused_because` text,
	`refused_owner_unit_id` text,
	`submitted_at` text,
	`submitted_by` text,
	`submit_remark` text,
	`cost_yuan` real,
	`returned_because` text,
	`times_returned` integer NOT NULL,
	`verified_at` text,
	`verified_by` text,
	`verified_by_unit_id` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`unit_id`) REFERENCES `units`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nobody_verifies_their_own_work" CHECK("tasks"."verified_by" is null or ("tasks"."submitted_by" is not null and "tasks"."verified_by" <> "tasks"."submitted_by")),
	CONSTRAINT "verified_means_by_somebody" CHECK("tasks"."state" <> 'verified' or "tasks"."verified_by" is not null)
);

--> statement-breakpoint
CREATE INDEX `tasks_by_hazard` ON `tasks` (`county`,`hazard_id`,`position`);
--> statement-breakpoint
CREATE INDEX `tasks_by_unit` ON `tasks` (`county`,`unit_id`,`state`,`due_on`);
--> statement-breakpoint
CREATE INDEX `tasks_by_person` ON `tasks` (`county`,`person_id`,`state`);
--> statement-breakpoint
CREATE TABLE `task_measures` (
	`county` text NOT NULL,
	`task_id` text NOT NULL,
	`measure` text NOT NULL,
	`position` integer NOT NULL,
	`planned_quantity` real,
	`installed_quantity` real,
	`struck_because` text,
	PRIMARY KEY(`county`, `task_id`, `measure`),
	FOREIGN KEY (`county`,`task_id`) REFERENCES `tasks`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `journal` (
	`county` text NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`body` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`county`, `seq`)
);

--> statement-breakpoint
CREATE INDEX `journal_by_subject` ON `journal` (`county`,`subject_id`,`seq`);
--> statement-breakpoint
CREATE TABLE `acts` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`actor_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`subject_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

