CREATE TABLE "responsibility_matrices" (
	"county" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"lines" text NOT NULL,
	"because" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"made_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "responsibility_matrices_county_version_pk" PRIMARY KEY("county","version")
);

--> statement-breakpoint
CREATE TABLE "photo_bands" (
	"county" text COLLATE "C" NOT NULL,
	"band" integer NOT NULL,
	"value" integer NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	CONSTRAINT "photo_bands_county_band_value_sha256_pk" PRIMARY KEY("county","band","value","sha256")
);

--> statement-breakpoint
CREATE TABLE "transfers" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"to_unit_id" text COLLATE "C",
	"to_county" text COLLATE "C",
	"because" text COLLATE "C" NOT NULL,
	"asked_at" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C",
	"decided_at" text COLLATE "C",
	"decided_by" text COLLATE "C",
	"decided_because" text COLLATE "C",
	CONSTRAINT "transfers_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "supervisions" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"supervisor_id" text COLLATE "C" NOT NULL,
	"because" text COLLATE "C" NOT NULL,
	"every_days" integer NOT NULL,
	"started_at" text COLLATE "C" NOT NULL,
	"started_by" text COLLATE "C" NOT NULL,
	"ended_at" text COLLATE "C",
	"ended_by" text COLLATE "C",
	"ended_because" text COLLATE "C",
	CONSTRAINT "supervisions_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "spot_draws" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"seed" text COLLATE "C" NOT NULL,
	"population" text NOT NULL,
	"picked" text NOT NULL,
	"from_on" text COLLATE "C" NOT NULL,
	"until_on" text COLLATE "C" NOT NULL,
	"place_code" text COLLATE "C",
	"severity" text COLLATE "C",
	"unit_id" text COLLATE "C",
	"due_on" text COLLATE "C" NOT NULL,
	"drawn_at" text COLLATE "C" NOT NULL,
	"drawn_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "spot_draws_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "extensions" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"because" text COLLATE "C" NOT NULL,
	"from_due_on" text COLLATE "C" NOT NULL,
	"asked_due_on" text COLLATE "C" NOT NULL,
	"asked_at" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C",
	"granted_due_on" text COLLATE "C",
	"decided_at" text COLLATE "C",
	"decided_by" text COLLATE "C",
	"decided_because" text COLLATE "C",
	CONSTRAINT "extensions_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "decided_by_somebody_else" CHECK ("extensions"."decided_by" is null or "extensions"."decided_by" <> "extensions"."asked_by")
);

--> statement-breakpoint
CREATE TABLE "clearance_findings" (
	"county" text COLLATE "C" NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"attempt" integer NOT NULL,
	"check" text COLLATE "C" NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"evidence" text NOT NULL,
	"found_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "clearance_findings_county_task_id_attempt_check_pk" PRIMARY KEY("county","task_id","attempt","check")
);

--> statement-breakpoint
CREATE TABLE "notices" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"document_number" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"addressee_unit_id" text COLLATE "C",
	"addressee" text COLLATE "C" NOT NULL,
	"copy_unit_ids" text NOT NULL,
	"issuer_unit_id" text COLLATE "C",
	"issued_by" text COLLATE "C" NOT NULL,
	"issued_at" text COLLATE "C" NOT NULL,
	"cure_due_on" text COLLATE "C",
	"reply_due_on" text COLLATE "C",
	"content" text NOT NULL,
	"template_version" integer,
	"content_hash" text COLLATE "C" NOT NULL,
	"withdrawn_at" text COLLATE "C",
	"withdrawn_by" text COLLATE "C",
	"withdrawn_because" text COLLATE "C",
	CONSTRAINT "notices_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "notice_hazards" (
	"county" text COLLATE "C" NOT NULL,
	"notice_id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"task_id" text COLLATE "C",
	"position" integer NOT NULL,
	CONSTRAINT "notice_hazards_county_notice_id_hazard_id_pk" PRIMARY KEY("county","notice_id","hazard_id")
);

--> statement-breakpoint
CREATE TABLE "notice_recipients" (
	"county" text COLLATE "C" NOT NULL,
	"notice_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"as" text COLLATE "C" NOT NULL,
	CONSTRAINT "notice_recipients_county_notice_id_unit_id_pk" PRIMARY KEY("county","notice_id","unit_id")
);

--> statement-breakpoint
CREATE TABLE "notice_receipts" (
	"county" text COLLATE "C" NOT NULL,
	"notice_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"signer_name" text COLLATE "C" NOT NULL,
	"way" text COLLATE "C" NOT NULL,
	"strokes" text,
	"signed_at" text COLLATE "C" NOT NULL,
	"device_at" text COLLATE "C",
	CONSTRAINT "notice_receipts_county_notice_id_unit_id_pk" PRIMARY KEY("county","notice_id","unit_id")
);

--> statement-breakpoint
CREATE TABLE "notice_replies" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"notice_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"person_id" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"replied_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "notice_replies_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "notice_templates" (
	"county" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"docx" text COLLATE "C",
	"uploaded_at" text COLLATE "C" NOT NULL,
	"uploaded_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "notice_templates_county_kind_version_pk" PRIMARY KEY("county","kind","version")
);

--> statement-breakpoint
CREATE TABLE "messages" (
	"county" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C",
	"task_id" text COLLATE "C",
	"notice_id" text COLLATE "C",
	"actor_id" text COLLATE "C",
	"body" text NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"read_at" text COLLATE "C",
	"once_key" text COLLATE "C",
	CONSTRAINT "messages_county_seq_pk" PRIMARY KEY("county","seq")
);

--> statement-breakpoint
CREATE TABLE "message_choices" (
	"county" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"silent" text NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	CONSTRAINT "message_choices_county_person_id_pk" PRIMARY KEY("county","person_id")
);

--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"endpoint" text COLLATE "C" NOT NULL,
	"p256dh" text COLLATE "C" NOT NULL,
	"auth" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "push_subscriptions_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "hooks" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"secret" text COLLATE "C" NOT NULL,
	"events" text NOT NULL,
	"active" boolean NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	"added_by" text COLLATE "C" NOT NULL,
	"parked_at" text COLLATE "C",
	"last_error" text COLLATE "C",
	"removed_at" text COLLATE "C",
	CONSTRAINT "hooks_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "deliveries" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hook_id" text COLLATE "C",
	"subscription_id" text COLLATE "C",
	"once_key" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"body" text NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"next_at" text COLLATE "C" NOT NULL,
	"leased_until" text COLLATE "C",
	"sent_at" text COLLATE "C",
	"last_error" text COLLATE "C",
	CONSTRAINT "deliveries_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "jobs" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"once_key" text COLLATE "C" NOT NULL,
	"body" text NOT NULL,
	"due_at" text COLLATE "C" NOT NULL,
	"leased_until" text COLLATE "C",
	"attempts" integer NOT NULL,
	"done_at" text COLLATE "C",
	"last_error" text COLLATE "C",
	CONSTRAINT "jobs_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "server_keys" (
	"county" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	CONSTRAINT "server_keys_county_name_pk" PRIMARY KEY("county","name")
);

--> statement-breakpoint
ALTER TABLE "counties" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "difference_hash" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "perceptual_hash" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "same_day" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "local_unit_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "sector_unit_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "cure_unit_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "supervision_level" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "supervisor_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "progress_every_days" integer;
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "progress_due_on" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "merged_into_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "transfer_to_unit_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "transfer_to_county" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "relapse_of_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "relapsed_at" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "revisits" ADD COLUMN "kind" text COLLATE "C" DEFAULT 'due' NOT NULL;
--> statement-breakpoint
ALTER TABLE "revisits" ADD COLUMN "unit_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "revisits" ADD COLUMN "draw_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "extension_asked_by" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "escalated_at" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_county_task_id_tasks_county_id_fk" FOREIGN KEY ("county","task_id") REFERENCES "public"."tasks"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "clearance_findings" ADD CONSTRAINT "clearance_findings_county_task_id_tasks_county_id_fk" FOREIGN KEY ("county","task_id") REFERENCES "public"."tasks"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice_hazards" ADD CONSTRAINT "notice_hazards_county_notice_id_notices_county_id_fk" FOREIGN KEY ("county","notice_id") REFERENCES "public"."notices"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice_hazards" ADD CONSTRAINT "notice_hazards_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_county_notice_id_notices_county_id_fk" FOREIGN KEY ("county","notice_id") REFERENCES "public"."notices"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice_receipts" ADD CONSTRAINT "notice_receipts_county_notice_id_notices_county_id_fk" FOREIGN KEY ("county","notice_id") REFERENCES "public"."notices"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice_replies" ADD CONSTRAINT "notice_replies_county_notice_id_notices_county_id_fk" FOREIGN KEY ("county","notice_id") REFERENCES "public"."notices"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "transfers_by_hazard" ON "transfers" USING btree ("county","hazard_id");
--> statement-breakpoint
CREATE INDEX "supervisions_by_hazard" ON "supervisions" USING btree ("county","hazard_id");
--> statement-breakpoint
CREATE INDEX "extensions_by_task" ON "extensions" USING btree ("county","task_id");
--> statement-breakpoint
CREATE INDEX "extensions_by_hazard" ON "extensions" USING btree ("county","hazard_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "one_notice_per_number" ON "notices" USING btree ("county","kind","year","number");
--> statement-breakpoint
CREATE INDEX "notices_by_addressee" ON "notices" USING btree ("county","addressee_unit_id","issued_at");
--> statement-breakpoint
CREATE INDEX "notices_by_day" ON "notices" USING btree ("county","issued_at","id");
--> statement-breakpoint
CREATE INDEX "notices_by_issuer" ON "notices" USING btree ("county","issuer_unit_id","issued_at");
--> statement-breakpoint
CREATE INDEX "notices_by_hazard" ON "notice_hazards" USING btree ("county","hazard_id");
--> statement-breakpoint
CREATE INDEX "notices_by_recipient" ON "notice_recipients" USING btree ("county","unit_id","notice_id");
--> statement-breakpoint
CREATE INDEX "replies_by_notice" ON "notice_replies" USING btree ("county","notice_id");
--> statement-breakpoint
CREATE INDEX "messages_by_person" ON "messages" USING btree ("county","person_id","seq");
--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("county","person_id","read_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "said_once" ON "messages" USING btree ("county","person_id","once_key");
--> statement-breakpoint
CREATE INDEX "messages_by_key" ON "messages" USING btree ("county","once_key");
--> statement-breakpoint
CREATE UNIQUE INDEX "one_subscription_per_endpoint" ON "push_subscriptions" USING btree ("county","endpoint");
--> statement-breakpoint
CREATE INDEX "subscriptions_by_person" ON "push_subscriptions" USING btree ("county","person_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "delivered_once" ON "deliveries" USING btree ("county","once_key");
--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("county","state","next_at");
--> statement-breakpoint
CREATE INDEX "deliveries_by_hook" ON "deliveries" USING btree ("county","hook_id","made_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "one_job_per_key" ON "jobs" USING btree ("county","once_key");
--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("county","done_at","due_at");
--> statement-breakpoint
CREATE INDEX "hazards_by_survivor" ON "hazards" USING btree ("county","merged_into_id");
--> statement-breakpoint
CREATE INDEX "hazards_by_receiver" ON "hazards" USING btree ("county","transfer_to_unit_id");
--> statement-breakpoint
CREATE INDEX "revisits_by_unit" ON "revisits" USING btree ("county","unit_id","outcome");
--> statement-breakpoint
CREATE INDEX "revisits_by_draw" ON "revisits" USING btree ("county","draw_id");
