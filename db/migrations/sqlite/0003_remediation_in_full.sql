CREATE TABLE `responsibility_matrices` (
	`county` text NOT NULL,
	`version` integer NOT NULL,
	`lines` text NOT NULL,
	`because` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	PRIMARY KEY(`county`, `version`)
);

--> statement-breakpoint
CREATE TABLE `photo_bands` (
	`county` text NOT NULL,
	`band` integer NOT NULL,
	`value` integer NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`county`, `band`, `value`, `sha256`)
);

--> statement-breakpoint
CREATE TABLE `transfers` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`to_unit_id` text,
	`to_county` text,
	`because` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by` text NOT NULL,
	`outcome` text,
	`decided_at` text,
	`decided_by` text,
	`decided_because` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `transfers_by_hazard` ON `transfers` (`county`,`hazard_id`);
--> statement-breakpoint
CREATE TABLE `supervisions` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`level` text NOT NULL,
	`supervisor_id` text NOT NULL,
	`because` text NOT NULL,
	`every_days` integer NOT NULL,
	`started_at` text NOT NULL,
	`started_by` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	`ended_because` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `supervisions_by_hazard` ON `supervisions` (`county`,`hazard_id`);
--> statement-breakpoint
CREATE TABLE `spot_draws` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`seed` text NOT NULL,
	`population` text NOT NULL,
	`picked` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`place_code` text,
	`severity` text,
	`unit_id` text,
	`due_on` text NOT NULL,
	`drawn_at` text NOT NULL,
	`drawn_by` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE TABLE `extensions` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`task_id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`because` text NOT NULL,
	`from_due_on` text NOT NULL,
	`asked_due_on` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by` text NOT NULL,
	`outcome` text,
	`granted_due_on` text,
	`decided_at` text,
	`decided_by` text,
	`decided_because` text,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`task_id`) REFERENCES `tasks`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decided_by_somebody_else" CHECK("extensions"."decided_by" is null or "extensions"."decided_by" <> "extensions"."asked_by")
);

--> statement-breakpoint
CREATE INDEX `extensions_by_task` ON `extensions` (`county`,`task_id`);
--> statement-breakpoint
CREATE INDEX `extensions_by_hazard` ON `extensions` (`county`,`hazard_id`);
--> statement-breakpoint
CREATE TABLE `clearance_findings` (
	`county` text NOT NULL,
	`task_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`check` text NOT NULL,
	`verdict` text NOT NULL,
	`evidence` text NOT NULL,
	`found_at` text NOT NULL,
	PRIMARY KEY(`county`, `task_id`, `attempt`, `check`),
	FOREIGN KEY (`county`,`task_id`) REFERENCES `tasks`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `notices` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`document_number` text NOT NULL,
	`state` text NOT NULL,
	`addressee_unit_id` text,
	`addressee` text NOT NULL,
	`copy_unit_ids` text NOT NULL,
	`issuer_unit_id` text,
	`issued_by` text NOT NULL,
	`issued_at` text NOT NULL,
	`cure_due_on` text,
	`reply_due_on` text,
	`content` text NOT NULL,
	`template_version` integer,
	`content_hash` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_because` text,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_notice_per_number` ON `notices` (`county`,`kind`,`year`,`number`);
--> statement-breakpoint
CREATE INDEX `notices_by_addressee` ON `notices` (`county`,`addressee_unit_id`,`issued_at`);
--> statement-breakpoint
CREATE INDEX `notices_by_day` ON `notices` (`county`,`issued_at`,`id`);
--> statement-breakpoint
CREATE INDEX `notices_by_issuer` ON `notices` (`county`,`issuer_unit_id`,`issued_at`);
--> statement-breakpoint
CREATE TABLE `notice_hazards` (
	`county` text NOT NULL,
	`notice_id` text NOT NULL,
	`hazard_id` text NOT NULL,
	`task_id` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`county`, `notice_id`, `hazard_id`),
	FOREIGN KEY (`county`,`notice_id`) REFERENCES `notices`(`county`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county`,`hazard_id`) REFERENCES `hazards`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `notices_by_hazard` ON `notice_hazards` (`county`,`hazard_id`);
--> statement-breakpoint
CREATE TABLE `notice_recipients` (
	`county` text NOT NULL,
	`notice_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`as` text NOT NULL,
	PRIMARY KEY(`county`, `notice_id`, `unit_id`),
	FOREIGN KEY (`county`,`notice_id`) REFERENCES `notices`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `notices_by_recipient` ON `notice_recipients` (`county`,`unit_id`,`notice_id`);
--> statement-breakpoint
CREATE TABLE `notice_receipts` (
	`county` text NOT NULL,
	`notice_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text NOT NULL,
	`signer_name` text NOT NULL,
	`way` text NOT NULL,
	`strokes` text,
	`signed_at` text NOT NULL,
	`device_at` text,
	PRIMARY KEY(`county`, `notice_id`, `unit_id`),
	FOREIGN KEY (`county`,`notice_id`) REFERENCES `notices`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `notice_replies` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`notice_id` text NOT NULL,
	`unit_id` text,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`replied_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`),
	FOREIGN KEY (`county`,`notice_id`) REFERENCES `notices`(`county`,`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `replies_by_notice` ON `notice_replies` (`county`,`notice_id`);
--> statement-breakpoint
CREATE TABLE `notice_templates` (
	`county` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`file_name` text NOT NULL,
	`docx` text,
	`uploaded_at` text NOT NULL,
	`uploaded_by` text NOT NULL,
	PRIMARY KEY(`county`, `kind`, `version`)
);

--> statement-breakpoint
CREATE TABLE `messages` (
	`county` text NOT NULL,
	`seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`hazard_id` text,
	`task_id` text,
	`notice_id` text,
	`actor_id` text,
	`body` text NOT NULL,
	`at` text NOT NULL,
	`read_at` text,
	`once_key` text,
	PRIMARY KEY(`county`, `seq`)
);

--> statement-breakpoint
CREATE INDEX `messages_by_person` ON `messages` (`county`,`person_id`,`seq`);
--> statement-breakpoint
CREATE INDEX `messages_unread` ON `messages` (`county`,`person_id`,`read_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `said_once` ON `messages` (`county`,`person_id`,`once_key`);
--> statement-breakpoint
CREATE INDEX `messages_by_key` ON `messages` (`county`,`once_key`);
--> statement-breakpoint
CREATE TABLE `message_choices` (
	`county` text NOT NULL,
	`person_id` text NOT NULL,
	`silent` text NOT NULL,
	`quiet_from` integer,
	`quiet_until` integer,
	PRIMARY KEY(`county`, `person_id`)
);

--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`device` text NOT NULL,
	`added_at` text NOT NULL,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_subscription_per_endpoint` ON `push_subscriptions` (`county`,`endpoint`);
--> statement-breakpoint
CREATE INDEX `subscriptions_by_person` ON `push_subscriptions` (`county`,`person_id`);
--> statement-breakpoint
CREATE TABLE `hooks` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`events` text NOT NULL,
	`active` integer NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`parked_at` text,
	`last_error` text,
	`removed_at` text,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE TABLE `deliveries` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`hook_id` text,
	`subscription_id` text,
	`once_key` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`made_at` text NOT NULL,
	`next_at` text NOT NULL,
	`leased_until` text,
	`sent_at` text,
	`last_error` text,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `delivered_once` ON `deliveries` (`county`,`once_key`);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`county`,`state`,`next_at`);
--> statement-breakpoint
CREATE INDEX `deliveries_by_hook` ON `deliveries` (`county`,`hook_id`,`made_at`);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`county` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`once_key` text NOT NULL,
	`body` text NOT NULL,
	`due_at` text NOT NULL,
	`leased_until` text,
	`attempts` integer NOT NULL,
	`done_at` text,
	`last_error` text,
	PRIMARY KEY(`county`, `id`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `one_job_per_key` ON `jobs` (`county`,`once_key`);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`county`,`done_at`,`due_at`);
--> statement-breakpoint
CREATE TABLE `server_keys` (
	`county` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`county`, `name`)
);

--> statement-breakpoint
ALTER TABLE `counties` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `photos` ADD `difference_hash` text;
--> statement-breakpoint
ALTER TABLE `photos` ADD `perceptual_hash` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `same_day` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `local_unit_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `sector_unit_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `cure_unit_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `supervision_level` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `supervisor_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `progress_every_days` integer;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `progress_due_on` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `merged_into_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `transfer_to_unit_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `transfer_to_county` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `relapse_of_id` text;
--> statement-breakpoint
ALTER TABLE `hazards` ADD `relapsed_at` text;
--> statement-breakpoint
CREATE INDEX `hazards_by_survivor` ON `hazards` (`county`,`merged_into_id`);
--> statement-breakpoint
CREATE INDEX `hazards_by_receiver` ON `hazards` (`county`,`transfer_to_unit_id`);
--> statement-breakpoint
ALTER TABLE `revisits` ADD `kind` text DEFAULT 'due' NOT NULL;
--> statement-breakpoint
ALTER TABLE `revisits` ADD `unit_id` text;
--> statement-breakpoint
ALTER TABLE `revisits` ADD `draw_id` text;
--> statement-breakpoint
CREATE INDEX `revisits_by_unit` ON `revisits` (`county`,`unit_id`,`outcome`);
--> statement-breakpoint
CREATE INDEX `revisits_by_draw` ON `revisits` (`county`,`draw_id`);
--> statement-breakpoint
ALTER TABLE `tasks` ADD `extension_asked_by` text;
--> statement-breakpoint
ALTER TABLE `tasks` ADD `escalated_at` text;
