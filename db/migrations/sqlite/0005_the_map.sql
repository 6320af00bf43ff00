CREATE TABLE `junctions` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`longitude` real NOT NULL,
	`latitude` real NOT NULL,
	`place_cell` integer NOT NULL,
	`place_code` text NOT NULL,
	`township_code` text,
	`name` text NOT NULL,
	`arms` integer NOT NULL,
	`route_codes` text NOT NULL,
	`road_classes` text NOT NULL,
	`road_class` text,
	`source` text NOT NULL,
	`active` integer NOT NULL,
	`retired_because` text,
	`retired_by_hand` integer NOT NULL,
	`last_inspected_at` text,
	`version` integer NOT NULL,
	`made_at` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE INDEX `junctions_by_inspection` ON `junctions` (`county`,`active`,`last_inspected_at`);
--> statement-breakpoint
CREATE INDEX `junctions_by_cell` ON `junctions` (`county`,`place_cell`);
--> statement-breakpoint
CREATE TABLE `junction_inspections` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`junction_id` text NOT NULL,
	`inspected_by` text NOT NULL,
	`unit_id` text,
	`inspected_at` text NOT NULL,
	`inspected_on` text NOT NULL,
	`outcome` text NOT NULL,
	`hazard_ids` text NOT NULL,
	`note` text NOT NULL,
	`received_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`junction_id`) REFERENCES `junctions`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `inspections_by_junction` ON `junction_inspections` (`county`,`junction_id`,`inspected_on`);
--> statement-breakpoint
CREATE TABLE `patrol_plans` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`unit_id` text NOT NULL,
	`route_codes` text NOT NULL,
	`township_codes` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`ended_at` text,
	`ended_because` text,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE TABLE `imports` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`format` text NOT NULL,
	`layer` text NOT NULL,
	`datum` text NOT NULL,
	`datum_guessed` text NOT NULL,
	`added` integer NOT NULL,
	`redrawn` integer NOT NULL,
	`same` integer NOT NULL,
	`skipped` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`report` text NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE INDEX `imports_by_day` ON `imports` (`county`,`imported_at`,`id`);
--> statement-breakpoint
CREATE INDEX `promises_by_taker` ON `photo_promises` (`county`,`taken_by`,`fulfilled_at`);
