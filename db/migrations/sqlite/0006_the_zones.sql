CREATE TABLE `zone_versions` (
	`county` text NOT NULL,
	`zone_id` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`county`, `zone_id`),
	FOREIGN KEY (`county`,`zone_id`) REFERENCES `zones`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `zone_helpers` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`zone_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`title` text NOT NULL,
	`station_kind` text,
	`station` text NOT NULL,
	`held_from` text NOT NULL,
	`held_until` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`zone_id`) REFERENCES `zones`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `helpers_by_zone` ON `zone_helpers` (`county`,`zone_id`);
--> statement-breakpoint
CREATE TABLE `sign_texts` (
	`county` text PRIMARY KEY NOT NULL,
	`hotline` text NOT NULL,
	`duties` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `hazard_extents` (
	`county` text NOT NULL,
	`hazard_id` text NOT NULL,
	`kind` text NOT NULL,
	`geometry` text NOT NULL,
	`drawn_by` text NOT NULL,
	`drawn_at` text NOT NULL,
	PRIMARY KEY(`county`, `hazard_id`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `extent_tiles` (
	`county` text NOT NULL,
	`tile_code` integer NOT NULL,
	`hazard_id` text NOT NULL,
	PRIMARY KEY(`county`, `tile_code`, `hazard_id`)
);

--> statement-breakpoint
CREATE INDEX `extent_tiles_by_hazard` ON `extent_tiles` (`county`,`hazard_id`);
--> statement-breakpoint
ALTER TABLE `hazards` ADD `extent` text;
